/** Members of .NET types that scripts call; each file declares those of one family. */
export {};
