# The digest is that of node:24.20.0-bookworm-slim. docs/ci.md says how to use the image.
FROM node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e AS packed
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm pack --ignore-scripts && mkdir /packed && tar -xzf mde-conformance-*.tgz -C /packed --strip-components=1
# The versions are those of the lock file, which no package has.
WORKDIR /packed
RUN cp /source/package-lock.json . && npm ci --omit=dev --omit=peer --ignore-scripts --no-audit --no-fund && chmod a+x dist/cli/bin.js

FROM node:24.20.0-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e
LABEL org.opencontainers.image.title="mde-conformance" \
  org.opencontainers.image.description="Conformance suite for Windows MDM enrollment servers" \
  org.opencontainers.image.licenses="Apache-2.0"
COPY --from=packed /packed /opt/mde-conformance
RUN ln -s /opt/mde-conformance/dist/cli/bin.js /usr/local/bin/mde-conformance && install -d -o 10001 -g 10001 /reports
ENV NODE_ENV=production
# All else is the root's: what a run writes goes to /reports.
WORKDIR /reports
USER 10001:10001
# Of `serve --port 8443`: the probe of a device is answered. Whoever runs another command switches it off.
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "require('node:https').get({ host: '127.0.0.1', port: process.env.MDE_HEALTH_PORT ?? 8443, path: '/EnrollmentServer/Discovery.svc', rejectUnauthorized: false }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
ENTRYPOINT ["mde-conformance"]
CMD ["--help"]
