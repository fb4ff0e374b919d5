-- AlterTable
ALTER TABLE "candidate" ADD COLUMN     "skill_uses" JSONB;

-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.
