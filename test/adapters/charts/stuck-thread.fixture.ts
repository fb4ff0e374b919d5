// A drawing that never ends and lets nobody else have its thread: on the main one, nothing at all would happen any more.

for (;;) Math.sqrt(2)
