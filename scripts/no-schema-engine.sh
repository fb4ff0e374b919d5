#!/bin/sh
# Stands where Prisma looks for its native schema engine; see prisma.config.ts.
echo "Prisma's native schema engine is not installed, on purpose. Author a migration with 'npm run db:new -- <name>'; migrations are applied when the app starts." >&2
exit 1
