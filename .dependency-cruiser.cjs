// Which folder may import which: shared is the only common ground, and the house's other arrows.
const folders = ["electron", "renderer", "server", "shared"];
const mayUse = { electron: ["shared"], renderer: ["shared"], server: ["shared"], shared: [] };
module.exports = {
  forbidden: [
    ...folders.map((from) => ({
      name: `${from}-boundary`,
      severity: "error",
      from: { path: `^${from}/` },
      to: { path: `^(${folders.filter((to) => to !== from && !mayUse[from].includes(to)).join("|")})/` },
    })),
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "shared-and-renderer-are-portable",
      severity: "error",
      from: { path: "^(shared|renderer)/", pathNot: "\\.test\\.tsx?$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "electron-only-in-electron",
      severity: "error",
      from: { path: "^(renderer|shared|server)/" },
      to: { path: "node_modules/electron/" },
    },
    {
      name: "pdfjs-in-two-places",
      severity: "error",
      from: {
        path: "^(electron|renderer|server|shared)/",
        pathNot: "^(renderer/features/reader/engine|server/papers)/",
      },
      to: { path: "node_modules/pdfjs-dist/" },
    },
    {
      name: "features-do-not-know-each-other",
      severity: "error",
      from: { path: "^renderer/features/([^/]+)/" },
      to: { path: "^renderer/features/", pathNot: "^renderer/features/$1/" },
    },
    {
      name: "sql-only-in-storage",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/storage/" },
      to: { path: "^(node:)?sqlite$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
  },
};
