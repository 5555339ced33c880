export declare class FormatDatabase {
  copy(): FormatDatabase;
}
export declare function defaultFormatDatabase(): FormatDatabase;
