# One image for the app, the worker and the migrations: docs/operations.md. Which of them it is, the command says.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
# With the same key every build gives a server action the same id: pages that were open during an upgrade go on working.
RUN --mount=type=secret,id=actions_key,required=false \
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(cat /run/secrets/actions_key 2>/dev/null || true)" \
    MANDAP_STANDALONE=1 npm run build

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Half of what a server would weigh is of no use to one that is built already: the compilers; what npm keeps because it is an
# optional peer of something (the tests' browser, TypeScript); the resizing of pictures, which is off; source maps.
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev \
  && cd node_modules \
  && rm -rf @next/swc-* typescript @types @playwright playwright playwright-core sharp @img \
  && find . -name '*.map' -type f -delete

FROM ${NODE_IMAGE} AS image
WORKDIR /app
ARG MANDAP_VERSION=unknown
LABEL org.opencontainers.image.title=Mandap org.opencontainers.image.version=${MANDAP_VERSION} org.opencontainers.image.licenses=MIT
# Next compares where a page is rewritten to with where it listens: any HOSTNAME but this one would make it call itself.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 AUTH_TRUST_HOST=1
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next/standalone/server.js ./server.js
COPY --from=build /app/.next/standalone/.next ./.next
COPY --from=build /app/.next/static ./.next/static
COPY public ./public
# What tsx reads when the same image is the worker or migrates.
COPY package.json tsconfig.json worker.ts ./
COPY drizzle ./drizzle
COPY db ./db
COPY lib ./lib
# Written by root, run by somebody who may write nothing of it.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=40s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
