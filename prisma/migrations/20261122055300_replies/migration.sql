-- AlterTable
ALTER TABLE "reply" ADD COLUMN     "contact_id" UUID,
ADD COLUMN     "original" TEXT;
