#!/usr/bin/env bash
# Makes a root and a certificate of the server under test in the folder certificates, for a day. Nothing of them is kept.
set -euo pipefail
mkdir -p certificates && cd certificates
subject='/CN=Test root of this build'
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -keyout root.key -out root.pem -subj "$subject" \
  -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj '/CN=127.0.0.1' 2>/dev/null
openssl x509 -req -in server.csr -CA root.pem -CAkey root.key -CAcreateserial -days 1 -out server.pem 2>/dev/null -extfile - <<'END'
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1
END
