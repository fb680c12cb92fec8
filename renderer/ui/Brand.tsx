// The product's sign and name.
export function Brand({ big = false }: { big?: boolean }) {
  return (
    <span className="brand" style={big ? { fontSize: "2.25rem", gap: 16 } : undefined}>
      <img src="/logo.svg" alt="" width={big ? 52 : 30} height={big ? 52 : 30} />
      Bàn Họp
    </span>
  );
}
