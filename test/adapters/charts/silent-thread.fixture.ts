// A drawing that ends and leaves nothing behind.
export {}
