# syntax=docker/dockerfile:1
# Built in two steps, so that what runs has neither a compiler nor what only tests need.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/local-slack/package.json packages/local-slack/
# Nothing of the project is there to be built yet; what is needed to build it comes with npm.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=file:/state/state.sqlite \
    XDG_DATA_HOME=/state
WORKDIR /app
COPY --from=build /app/package.json /app/manifest.yml /app/LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/packages/local-slack packages/local-slack
COPY --from=build /app/data data
COPY --from=build /app/dist dist
# Everything that changes is in /state: the database and what was imported. The rest can be read only.
RUN mkdir -p /state/ofsted-bot && chown -R 10001:10001 /state
VOLUME /state
USER 10001:10001
EXPOSE 3000
# /health/ready is for a balancer; a container that waits for Slack is not to be started anew.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Without npm in between, which would keep signals to itself.
CMD ["node", "dist/app.js"]
