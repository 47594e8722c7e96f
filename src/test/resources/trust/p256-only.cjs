// What a browser without Ed25519 does with a bundle, by docs/trust.md and WebCrypto alone.
//
//   node p256-only.cjs <bundle.json> <file>…
//
// It counts each part's valid P-256 signatures, and checks that the parts of the bundle and the files have the bytes that
// JSON.stringify gives back.
const fs = require("node:fs");
const { webcrypto, createHash } = require("node:crypto");

const [bundleFile, ...files] = process.argv.slice(2);

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "string") return `"${value.replace(/[\\"]/g, "\\$&")}"`;
  if (typeof value !== "object") return String(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(",")}}`;
}

function rawSignature(der) {
  let at = 2;
  const number = () => {
    const end = at + 2 + der[at + 1];
    const bytes = der.subarray(at + 2, end);
    at = end;
    return Buffer.concat([Buffer.alloc(32), bytes]).subarray(-32);
  };
  return Buffer.concat([number(), number()]);
}

async function verifies(key, message, signature) {
  const spki = Buffer.from(key.keyval.public.replace(/-----[A-Z ]+-----|\n/g, ""), "base64");
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const imported = await webcrypto.subtle.importKey("spki", spki, curve, false, ["verify"]);
  const how = { name: "ECDSA", hash: "SHA-256" };
  return webcrypto.subtle.verify(how, imported, rawSignature(signature), Buffer.from(message));
}

async function count(root, file) {
  const { keyids, threshold } = root.roles[file.signed._type];
  let valid = 0;
  for (const { keyid, sig } of file.signatures) {
    const key = root.keys[keyid];
    if (!keyids.includes(keyid) || key.keytype !== "ecdsa") continue;
    const id = createHash("sha256").update(canonical(key)).digest("hex");
    if (id === keyid && await verifies(key, canonical(file.signed), Buffer.from(sig, "hex"))) valid++;
  }
  return `${file.signed._type} ${valid}/${Math.ceil(threshold / 2)}`;
}

async function main() {
  const bundle = JSON.parse(fs.readFileSync(bundleFile, "utf8"));
  const root = bundle.root.at(-1);
  const parts = [root, bundle.timestamp, bundle.snapshot, bundle.targets];
  for (const part of parts) console.log(await count(root.signed, part));
  const texts = parts.map((part) => JSON.stringify(part));
  for (const file of files) {
    if (!texts.includes(fs.readFileSync(file, "utf8"))) console.log(`${file} is not in the bundle`);
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
