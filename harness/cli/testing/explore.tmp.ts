import { call } from './io.ts';
process.chdir('/tmp/w');
const env = { MDE_PASSWORD: 'secret-pass-word' };
for (const line of [
  '', '--help', 'run --help', 'audit --help', 'serve --help', 'validate --help', 'list --help', 'explain --help', 'help run', '--version', '-V', 'frobnicate', 'rn', 'run --emial a@b.c', 'run --foo', 'audit', 'validate', 'list', 'explain',
  'run a b c', 'list nope', 'list cheks', 'list checks --phase nope', 'serve --port 99999', 'serve --port x', 'serve --port -1', 'run --timeout x', 'run --timeout 0', 'run --format pdf', 'run --format ,', 'run --suite nope', 'run --suite discovry', 'run --check nope', 'run --check discovery/anser', 'run --suite discovery --check policy/answer',
  'serve --defect nope', 'serve --defect discovery/answer:99', 'serve --defect discovery/answer:x', 'serve --defect', 'serve --auth federated', 'run --auth federated', 'run https://localhost:1 --email a@b.cd --auth certificate', 'run --email a@b.cd', 'run --ca x', 'run https://localhost:1 --email a@b.cd --ca nofile.pem', 'run https://localhost:1 --email a@b.cd --ca afile', 'run https://localhost:1 --email a@b.cd --device-trust afile',
  'run https://localhost:1 --email a@b.cd --password-file nofile', 'run https://localhost:1 --email a@b.cd --password-file afile', 'run https://localhost:1', 'run https://localhost:1 --email nomail', 'run http://example.com/x --email a@b.cd', 'run ftp://x --email a@b.cd', 'run https://u:p@x.example/ --email a@b.cd', 'run t.yaml', 'run bad.yaml', 'run none.yaml', 'run -c none.yaml', 'run -c t.yaml bad.yaml', 'run nonsense', 'run https:// --email a@b.cd',
  'run --out afile', 'run --out afile/x', 'run --out /proc/x', 'run --out', 'audit none.har', 'audit text.har', 'audit nolog.har', 'audit trunc.har', 'audit empty-file.har', 'audit empty.har --out o1', 'audit empty.har empty.har', 'audit /tmp', 'validate none', 'validate bad.xml', 'validate bad.xml --type nope', 'validate bad.xml --type discover', 'validate empty-file.har', 'explain nope', 'explain discovery/answr', 'explain 0x80180001', 'explain Authentication', 'explain DISC-01', 'explain menroll_e_device_message_format_error',
]) {
  const r = await call(line.split(' ').filter(Boolean), env);
  console.log(`$ ${line}\n  => ${r.code}`);
  console.log(`  err: ${r.err.slice(0, 700).replaceAll('\n', '\n       ')}`);
  console.log(`  out: ${r.out.slice(0, 400).replaceAll('\n', '\n       ')}`);
}
