// A stock TUF client's verdict on a repository that is served over HTTP.
//
//   node tuf-client.cjs <folder of node_modules> <folder with root.json> <base URL> <target>
//
// It writes the versions it accepted and the target's text, or says on standard error what it refused.
const path = require("node:path");
const fs = require("node:fs");

const [modules, folder, base, target] = process.argv.slice(2);
const { Updater } = require(path.join(modules, "tuf-js"));

async function main() {
  const updater = new Updater({
    metadataDir: folder,
    metadataBaseUrl: base,
    targetDir: folder,
    targetBaseUrl: base,
    config: { fetchRetry: 0 },
  });
  await updater.refresh();
  const info = await updater.getTargetInfo(target);
  const file = await updater.downloadTarget(info);
  const version = (role) =>
    JSON.parse(fs.readFileSync(path.join(folder, `${role}.json`), "utf8")).signed.version;
  console.log(JSON.stringify({
    root: version("root"),
    timestamp: version("timestamp"),
    snapshot: version("snapshot"),
    targets: version("targets"),
    edition: info.custom.edition,
    content: fs.readFileSync(file, "utf8"),
  }));
}

main().catch((error) => {
  console.error(`${error.name}: ${error.message}`);
  process.exit(1);
});
