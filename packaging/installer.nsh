; "Mở bằng" for PDF. The fileAssociations of electron-builder would make the app the default program for every PDF.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\vn.banhop.pdf" "" "PDF"
  WriteRegStr SHCTX "Software\Classes\vn.banhop.pdf\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\vn.banhop.pdf\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.pdf\OpenWithProgids" "vn.banhop.pdf" ""
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\vn.banhop.pdf"
  DeleteRegValue SHCTX "Software\Classes\.pdf\OpenWithProgids" "vn.banhop.pdf"
!macroend
