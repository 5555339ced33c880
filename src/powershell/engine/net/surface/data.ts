/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const DATA = `
#System.Data.InternalDataCollectionBase|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
cnew()
mvoid CopyTo(array ar, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Data.DataTable|class|System.ComponentModel.MarshalByValueComponent|System.ComponentModel.IComponent System.IDisposable System.IServiceProvider System.ComponentModel.IListSource System.ComponentModel.ISupportInitializeNotification System.ComponentModel.ISupportInitialize System.Runtime.Serialization.ISerializable System.Xml.Serialization.IXmlSerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pbool CaseSensitive {get;set;}
pbool IsInitialized {get;}
pSystem.Data.SerializationFormat RemotingFormat {get;set;}
pSystem.Data.DataRelationCollection ChildRelations {get;}
pSystem.Data.DataColumnCollection Columns {get;}
pSystem.Data.ConstraintCollection Constraints {get;}
pSystem.Data.DataSet DataSet {get;}
pSystem.Data.DataView DefaultView {get;}
pstring DisplayExpression {get;set;}
pSystem.Data.PropertyCollection ExtendedProperties {get;}
pbool HasErrors {get;}
pcultureinfo Locale {get;set;}
pint MinimumCapacity {get;set;}
pSystem.Data.DataRelationCollection ParentRelations {get;}
pSystem.Data.DataColumn[] PrimaryKey {get;set;}
pSystem.Data.DataRowCollection Rows {get;}
pstring TableName {get;set;}
pstring Namespace {get;set;}
pstring Prefix {get;set;}
pSystem.ComponentModel.ISite Site {get;set;}
pbool ContainsListCollection {get;}
sSystem.Xml.Schema.XmlSchemaComplexType GetDataTableSchema(System.Xml.Schema.XmlSchemaSet schemaSet)
cnew()
cnew(string tableName)
cnew(string tableName, string tableNamespace)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid BeginInit()
mvoid ISupportInitialize.BeginInit()
mvoid EndInit()
mvoid ISupportInitialize.EndInit()
mvoid AcceptChanges()
mSystem.Data.DataTable Clone()
mSystem.Data.DataTable Copy()
mvoid Clear()
mSystem.Object Compute(string expression, string filter)
mSystem.Data.DataTable GetChanges()
mSystem.Data.DataTable GetChanges(System.Data.DataRowState rowStates)
mSystem.Data.DataRow[] GetErrors()
mvoid ImportRow(System.Data.DataRow row)
mSystem.Data.DataRow NewRow()
mvoid RejectChanges()
mvoid Reset()
mSystem.Data.DataRow[] Select()
mSystem.Data.DataRow[] Select(string filterExpression)
mSystem.Data.DataRow[] Select(string filterExpression, string sort)
mSystem.Data.DataRow[] Select(string filterExpression, string sort, System.Data.DataViewRowState recordStates)
mvoid BeginLoadData()
mvoid EndLoadData()
mSystem.Data.DataRow LoadDataRow(System.Object[] values, bool fAcceptChanges)
mSystem.Data.DataRow LoadDataRow(System.Object[] values, System.Data.LoadOption loadOption)
mvoid Merge(System.Data.DataTable table)
mvoid Merge(System.Data.DataTable table, bool preserveChanges)
mvoid Merge(System.Data.DataTable table, bool preserveChanges, System.Data.MissingSchemaAction missingSchemaAction)
mvoid Load(System.Data.IDataReader reader)
mvoid Load(System.Data.IDataReader reader, System.Data.LoadOption loadOption)
mvoid Load(System.Data.IDataReader reader, System.Data.LoadOption loadOption, System.Data.FillErrorEventHandler errorHandler)
mSystem.Data.DataTableReader CreateDataReader()
mvoid WriteXml(System.IO.Stream stream)
mvoid WriteXml(System.IO.Stream stream, bool writeHierarchy)
mvoid WriteXml(System.IO.TextWriter writer)
mvoid WriteXml(System.IO.TextWriter writer, bool writeHierarchy)
mvoid WriteXml(System.Xml.XmlWriter writer)
mvoid WriteXml(System.Xml.XmlWriter writer, bool writeHierarchy)
mvoid WriteXml(string fileName)
mvoid WriteXml(string fileName, bool writeHierarchy)
mvoid WriteXml(System.IO.Stream stream, System.Data.XmlWriteMode mode)
mvoid WriteXml(System.IO.Stream stream, System.Data.XmlWriteMode mode, bool writeHierarchy)
mvoid WriteXml(System.IO.TextWriter writer, System.Data.XmlWriteMode mode)
mvoid WriteXml(System.IO.TextWriter writer, System.Data.XmlWriteMode mode, bool writeHierarchy)
mvoid WriteXml(System.Xml.XmlWriter writer, System.Data.XmlWriteMode mode)
mvoid WriteXml(System.Xml.XmlWriter writer, System.Data.XmlWriteMode mode, bool writeHierarchy)
mvoid WriteXml(string fileName, System.Data.XmlWriteMode mode)
mvoid WriteXml(string fileName, System.Data.XmlWriteMode mode, bool writeHierarchy)
mvoid IXmlSerializable.WriteXml(System.Xml.XmlWriter writer)
mvoid WriteXmlSchema(System.IO.Stream stream)
mvoid WriteXmlSchema(System.IO.Stream stream, bool writeHierarchy)
mvoid WriteXmlSchema(System.IO.TextWriter writer)
mvoid WriteXmlSchema(System.IO.TextWriter writer, bool writeHierarchy)
mvoid WriteXmlSchema(System.Xml.XmlWriter writer)
mvoid WriteXmlSchema(System.Xml.XmlWriter writer, bool writeHierarchy)
mvoid WriteXmlSchema(string fileName)
mvoid WriteXmlSchema(string fileName, bool writeHierarchy)
mSystem.Data.XmlReadMode ReadXml(System.IO.Stream stream)
mSystem.Data.XmlReadMode ReadXml(System.IO.TextReader reader)
mSystem.Data.XmlReadMode ReadXml(string fileName)
mSystem.Data.XmlReadMode ReadXml(System.Xml.XmlReader reader)
mvoid IXmlSerializable.ReadXml(System.Xml.XmlReader reader)
mvoid ReadXmlSchema(System.IO.Stream stream)
mvoid ReadXmlSchema(System.IO.TextReader reader)
mvoid ReadXmlSchema(string fileName)
mvoid ReadXmlSchema(System.Xml.XmlReader reader)
mSystem.Collections.IList IListSource.GetList()
mSystem.Xml.Schema.XmlSchema IXmlSerializable.GetSchema()
#System.Data.DataRow|class|System.Object||System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring RowError {get;set;}
pSystem.Data.DataRowState RowState {get;}
pSystem.Data.DataTable Table {get;}
pSystem.Object[] ItemArray {get;set;}
pbool HasErrors {get;}
mSystem.Object get_Item(int columnIndex)
mSystem.Object get_Item(string columnName)
mSystem.Object get_Item(System.Data.DataColumn column)
mSystem.Object get_Item(int columnIndex, System.Data.DataRowVersion version)
mSystem.Object get_Item(string columnName, System.Data.DataRowVersion version)
mSystem.Object get_Item(System.Data.DataColumn column, System.Data.DataRowVersion version)
mvoid set_Item(int columnIndex, System.Object value)
mvoid set_Item(string columnName, System.Object value)
mvoid set_Item(System.Data.DataColumn column, System.Object value)
mvoid AcceptChanges()
mvoid BeginEdit()
mvoid CancelEdit()
mvoid Delete()
mvoid EndEdit()
mvoid SetColumnError(int columnIndex, string error)
mvoid SetColumnError(string columnName, string error)
mvoid SetColumnError(System.Data.DataColumn column, string error)
mstring GetColumnError(int columnIndex)
mstring GetColumnError(string columnName)
mstring GetColumnError(System.Data.DataColumn column)
mvoid ClearErrors()
mSystem.Data.DataColumn[] GetColumnsInError()
mSystem.Data.DataRow[] GetChildRows(string relationName)
mSystem.Data.DataRow[] GetChildRows(string relationName, System.Data.DataRowVersion version)
mSystem.Data.DataRow[] GetChildRows(System.Data.DataRelation relation)
mSystem.Data.DataRow[] GetChildRows(System.Data.DataRelation relation, System.Data.DataRowVersion version)
mSystem.Data.DataRow GetParentRow(string relationName)
mSystem.Data.DataRow GetParentRow(string relationName, System.Data.DataRowVersion version)
mSystem.Data.DataRow GetParentRow(System.Data.DataRelation relation)
mSystem.Data.DataRow GetParentRow(System.Data.DataRelation relation, System.Data.DataRowVersion version)
mSystem.Data.DataRow[] GetParentRows(string relationName)
mSystem.Data.DataRow[] GetParentRows(string relationName, System.Data.DataRowVersion version)
mSystem.Data.DataRow[] GetParentRows(System.Data.DataRelation relation)
mSystem.Data.DataRow[] GetParentRows(System.Data.DataRelation relation, System.Data.DataRowVersion version)
mbool HasVersion(System.Data.DataRowVersion version)
mbool IsNull(int columnIndex)
mbool IsNull(string columnName)
mbool IsNull(System.Data.DataColumn column)
mbool IsNull(System.Data.DataColumn column, System.Data.DataRowVersion version)
mvoid RejectChanges()
mvoid SetParentRow(System.Data.DataRow parentRow)
mvoid SetParentRow(System.Data.DataRow parentRow, System.Data.DataRelation relation)
mvoid SetAdded()
mvoid SetModified()
#System.Data.DataColumn|class|System.ComponentModel.MarshalByValueComponent|System.ComponentModel.IComponent System.IDisposable System.IServiceProvider|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool AllowDBNull {get;set;}
pbool AutoIncrement {get;set;}
plong AutoIncrementSeed {get;set;}
plong AutoIncrementStep {get;set;}
pstring Caption {get;set;}
pstring ColumnName {get;set;}
pstring Prefix {get;set;}
ptype DataType {get;set;}
pSystem.Data.DataSetDateTime DateTimeMode {get;set;}
pSystem.Object DefaultValue {get;set;}
pstring Expression {get;set;}
pSystem.Data.PropertyCollection ExtendedProperties {get;}
pint MaxLength {get;set;}
pstring Namespace {get;set;}
pint Ordinal {get;}
pbool ReadOnly {get;set;}
pSystem.Data.DataTable Table {get;}
pbool Unique {get;set;}
pSystem.Data.MappingType ColumnMapping {get;set;}
cnew()
cnew(string columnName)
cnew(string columnName, type dataType)
cnew(string columnName, type dataType, string expr)
cnew(string columnName, type dataType, string expr, System.Data.MappingType type)
mvoid SetOrdinal(int ordinal)
#System.Data.DataColumnCollection|class|System.Data.InternalDataCollectionBase|System.Collections.ICollection System.Collections.IEnumerable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
mSystem.Data.DataColumn get_Item(int index)
mSystem.Data.DataColumn get_Item(string name)
mvoid Add(System.Data.DataColumn column)
mSystem.Data.DataColumn Add(string columnName, type type, string expression)
mSystem.Data.DataColumn Add(string columnName, type type)
mSystem.Data.DataColumn Add(string columnName)
mSystem.Data.DataColumn Add()
mvoid AddRange(System.Data.DataColumn[] columns)
mbool CanRemove(System.Data.DataColumn column)
mvoid Clear()
mbool Contains(string name)
mvoid CopyTo(System.Data.DataColumn[] array, int index)
mint IndexOf(System.Data.DataColumn column)
mint IndexOf(string columnName)
mvoid Remove(System.Data.DataColumn column)
mvoid Remove(string name)
mvoid RemoveAt(int index)
#System.Data.DataRowCollection|class|System.Data.InternalDataCollectionBase|System.Collections.ICollection System.Collections.IEnumerable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint Count {get;}
mSystem.Data.DataRow get_Item(int index)
mvoid Add(System.Data.DataRow row)
mSystem.Data.DataRow Add(Params System.Object[] values)
mvoid InsertAt(System.Data.DataRow row, int pos)
mint IndexOf(System.Data.DataRow row)
mSystem.Data.DataRow Find(System.Object key)
mSystem.Data.DataRow Find(System.Object[] keys)
mvoid Clear()
mbool Contains(System.Object key)
mbool Contains(System.Object[] keys)
mvoid CopyTo(System.Data.DataRow[] array, int index)
mvoid Remove(System.Data.DataRow row)
mvoid RemoveAt(int index)
#System.Data.DataSet|class|System.ComponentModel.MarshalByValueComponent|System.ComponentModel.IComponent System.IDisposable System.IServiceProvider System.ComponentModel.IListSource System.Xml.Serialization.IXmlSerializable System.ComponentModel.ISupportInitializeNotification System.ComponentModel.ISupportInitialize System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pSystem.Data.SerializationFormat RemotingFormat {get;set;}
pSystem.Data.SchemaSerializationMode SchemaSerializationMode {get;set;}
pbool CaseSensitive {get;set;}
pSystem.Data.DataViewManager DefaultViewManager {get;}
pbool EnforceConstraints {get;set;}
pstring DataSetName {get;set;}
pstring Namespace {get;set;}
pstring Prefix {get;set;}
pSystem.Data.PropertyCollection ExtendedProperties {get;}
pbool HasErrors {get;}
pbool IsInitialized {get;}
pcultureinfo Locale {get;set;}
pSystem.ComponentModel.ISite Site {get;set;}
pSystem.Data.DataRelationCollection Relations {get;}
pSystem.Data.DataTableCollection Tables {get;}
pbool ContainsListCollection {get;}
sSystem.Xml.Schema.XmlSchemaComplexType GetDataSetSchema(System.Xml.Schema.XmlSchemaSet schemaSet)
cnew()
cnew(string dataSetName)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid AcceptChanges()
mvoid BeginInit()
mvoid ISupportInitialize.BeginInit()
mvoid EndInit()
mvoid ISupportInitialize.EndInit()
mvoid Clear()
mSystem.Data.DataSet Clone()
mSystem.Data.DataSet Copy()
mSystem.Data.DataSet GetChanges()
mSystem.Data.DataSet GetChanges(System.Data.DataRowState rowStates)
mstring GetXml()
mstring GetXmlSchema()
mbool HasChanges()
mbool HasChanges(System.Data.DataRowState rowStates)
mvoid InferXmlSchema(System.Xml.XmlReader reader, string[] nsArray)
mvoid InferXmlSchema(System.IO.Stream stream, string[] nsArray)
mvoid InferXmlSchema(System.IO.TextReader reader, string[] nsArray)
mvoid InferXmlSchema(string fileName, string[] nsArray)
mvoid ReadXmlSchema(System.Xml.XmlReader reader)
mvoid ReadXmlSchema(System.IO.Stream stream)
mvoid ReadXmlSchema(System.IO.TextReader reader)
mvoid ReadXmlSchema(string fileName)
mvoid WriteXmlSchema(System.IO.Stream stream)
mvoid WriteXmlSchema(System.IO.Stream stream, System.Converter[type,string] multipleTargetConverter)
mvoid WriteXmlSchema(string fileName)
mvoid WriteXmlSchema(string fileName, System.Converter[type,string] multipleTargetConverter)
mvoid WriteXmlSchema(System.IO.TextWriter writer)
mvoid WriteXmlSchema(System.IO.TextWriter writer, System.Converter[type,string] multipleTargetConverter)
mvoid WriteXmlSchema(System.Xml.XmlWriter writer)
mvoid WriteXmlSchema(System.Xml.XmlWriter writer, System.Converter[type,string] multipleTargetConverter)
mSystem.Data.XmlReadMode ReadXml(System.Xml.XmlReader reader)
mSystem.Data.XmlReadMode ReadXml(System.IO.Stream stream)
mSystem.Data.XmlReadMode ReadXml(System.IO.TextReader reader)
mSystem.Data.XmlReadMode ReadXml(string fileName)
mSystem.Data.XmlReadMode ReadXml(System.Xml.XmlReader reader, System.Data.XmlReadMode mode)
mSystem.Data.XmlReadMode ReadXml(System.IO.Stream stream, System.Data.XmlReadMode mode)
mSystem.Data.XmlReadMode ReadXml(System.IO.TextReader reader, System.Data.XmlReadMode mode)
mSystem.Data.XmlReadMode ReadXml(string fileName, System.Data.XmlReadMode mode)
mvoid IXmlSerializable.ReadXml(System.Xml.XmlReader reader)
mvoid WriteXml(System.IO.Stream stream)
mvoid WriteXml(System.IO.TextWriter writer)
mvoid WriteXml(System.Xml.XmlWriter writer)
mvoid WriteXml(string fileName)
mvoid WriteXml(System.IO.Stream stream, System.Data.XmlWriteMode mode)
mvoid WriteXml(System.IO.TextWriter writer, System.Data.XmlWriteMode mode)
mvoid WriteXml(System.Xml.XmlWriter writer, System.Data.XmlWriteMode mode)
mvoid WriteXml(string fileName, System.Data.XmlWriteMode mode)
mvoid IXmlSerializable.WriteXml(System.Xml.XmlWriter writer)
mvoid Merge(System.Data.DataSet dataSet)
mvoid Merge(System.Data.DataSet dataSet, bool preserveChanges)
mvoid Merge(System.Data.DataSet dataSet, bool preserveChanges, System.Data.MissingSchemaAction missingSchemaAction)
mvoid Merge(System.Data.DataTable table)
mvoid Merge(System.Data.DataTable table, bool preserveChanges, System.Data.MissingSchemaAction missingSchemaAction)
mvoid Merge(System.Data.DataRow[] rows)
mvoid Merge(System.Data.DataRow[] rows, bool preserveChanges, System.Data.MissingSchemaAction missingSchemaAction)
mvoid RejectChanges()
mvoid Reset()
mvoid Load(System.Data.IDataReader reader, System.Data.LoadOption loadOption, System.Data.FillErrorEventHandler errorHandler, Params System.Data.DataTable[] tables)
mvoid Load(System.Data.IDataReader reader, System.Data.LoadOption loadOption, Params System.Data.DataTable[] tables)
mvoid Load(System.Data.IDataReader reader, System.Data.LoadOption loadOption, Params string[] tables)
mSystem.Data.DataTableReader CreateDataReader()
mSystem.Data.DataTableReader CreateDataReader(Params System.Data.DataTable[] dataTables)
mSystem.Collections.IList IListSource.GetList()
mSystem.Xml.Schema.XmlSchema IXmlSerializable.GetSchema()
#System.Data.DataTableCollection|class|System.Data.InternalDataCollectionBase|System.Collections.ICollection System.Collections.IEnumerable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
mSystem.Data.DataTable get_Item(int index)
mSystem.Data.DataTable get_Item(string name)
mSystem.Data.DataTable get_Item(string name, string tableNamespace)
mvoid Add(System.Data.DataTable table)
mSystem.Data.DataTable Add(string name)
mSystem.Data.DataTable Add(string name, string tableNamespace)
mSystem.Data.DataTable Add()
mvoid AddRange(System.Data.DataTable[] tables)
mbool CanRemove(System.Data.DataTable table)
mvoid Clear()
mbool Contains(string name)
mbool Contains(string name, string tableNamespace)
mvoid CopyTo(System.Data.DataTable[] array, int index)
mint IndexOf(System.Data.DataTable table)
mint IndexOf(string tableName)
mint IndexOf(string tableName, string tableNamespace)
mvoid Remove(System.Data.DataTable table)
mvoid Remove(string name)
mvoid Remove(string name, string tableNamespace)
mvoid RemoveAt(int index)
#System.Data.DataView|class|System.ComponentModel.MarshalByValueComponent|System.ComponentModel.IComponent System.IDisposable System.IServiceProvider System.ComponentModel.IBindingListView System.ComponentModel.IBindingList System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable System.ComponentModel.ITypedList System.ComponentModel.ISupportInitializeNotification System.ComponentModel.ISupportInitialize|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool AllowDelete {get;set;}
pbool ApplyDefaultSort {get;set;}
pbool AllowEdit {get;set;}
pbool AllowNew {get;set;}
pint Count {get;}
pSystem.Data.DataViewManager DataViewManager {get;}
pbool IsInitialized {get;}
pstring RowFilter {get;set;}
pSystem.Data.DataViewRowState RowStateFilter {get;set;}
pstring Sort {get;set;}
pSystem.Data.DataTable Table {get;set;}
pstring Filter {get;set;}
pSystem.ComponentModel.ListSortDescriptionCollection SortDescriptions {get;}
pbool SupportsAdvancedSorting {get;}
pbool SupportsFiltering {get;}
pbool AllowRemove {get;}
pbool SupportsChangeNotification {get;}
pbool SupportsSearching {get;}
pbool SupportsSorting {get;}
pbool IsSorted {get;}
pSystem.ComponentModel.PropertyDescriptor SortProperty {get;}
pSystem.ComponentModel.ListSortDirection SortDirection {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Data.DataTable table)
cnew(System.Data.DataTable table, string RowFilter, string Sort, System.Data.DataViewRowState RowState)
mSystem.Data.DataRowView get_Item(int recordIndex)
mSystem.Object IList.get_Item(int index)
mSystem.Data.DataRowView AddNew()
mSystem.Object IBindingList.AddNew()
mvoid BeginInit()
mvoid ISupportInitialize.BeginInit()
mvoid EndInit()
mvoid ISupportInitialize.EndInit()
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mvoid Delete(int index)
mint Find(System.Object key)
mint Find(System.Object[] key)
mint IBindingList.Find(System.ComponentModel.PropertyDescriptor property, System.Object key)
mSystem.Data.DataRowView[] FindRows(System.Object key)
mSystem.Data.DataRowView[] FindRows(System.Object[] key)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Data.DataTable ToTable()
mSystem.Data.DataTable ToTable(string tableName)
mSystem.Data.DataTable ToTable(bool distinct, Params string[] columnNames)
mSystem.Data.DataTable ToTable(string tableName, bool distinct, Params string[] columnNames)
mbool Equals(System.Data.DataView view)
mvoid IBindingListView.ApplySort(System.ComponentModel.ListSortDescriptionCollection sorts)
mvoid IBindingList.ApplySort(System.ComponentModel.PropertyDescriptor property, System.ComponentModel.ListSortDirection direction)
mvoid IBindingListView.RemoveFilter()
mvoid IBindingList.AddIndex(System.ComponentModel.PropertyDescriptor property)
mvoid IBindingList.RemoveIndex(System.ComponentModel.PropertyDescriptor property)
mvoid IBindingList.RemoveSort()
mvoid IList.set_Item(int index, System.Object value)
mint IList.Add(System.Object value)
mbool IList.Contains(System.Object value)
mvoid IList.Clear()
mint IList.IndexOf(System.Object value)
mvoid IList.Insert(int index, System.Object value)
mvoid IList.Remove(System.Object value)
mvoid IList.RemoveAt(int index)
mstring ITypedList.GetListName(System.ComponentModel.PropertyDescriptor[] listAccessors)
mSystem.ComponentModel.PropertyDescriptorCollection ITypedList.GetItemProperties(System.ComponentModel.PropertyDescriptor[] listAccessors)
#System.Data.DataRowView|class|System.Object|System.ComponentModel.ICustomTypeDescriptor System.ComponentModel.IEditableObject System.ComponentModel.IDataErrorInfo System.ComponentModel.INotifyPropertyChanged|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Data.DataView DataView {get;}
pSystem.Data.DataRowVersion RowVersion {get;}
pSystem.Data.DataRow Row {get;}
pbool IsNew {get;}
pbool IsEdit {get;}
pSystem.Nullable[bool] RequireRegisteredTypes {get;}
pstring Error {get;}
mbool Equals(System.Object other)
mSystem.Object get_Item(int ndx)
mSystem.Object get_Item(string property)
mstring IDataErrorInfo.get_Item(string columnName)
mvoid set_Item(int ndx, System.Object value)
mvoid set_Item(string property, System.Object value)
mSystem.Data.DataView CreateChildView(System.Data.DataRelation relation, bool followParent)
mSystem.Data.DataView CreateChildView(System.Data.DataRelation relation)
mSystem.Data.DataView CreateChildView(string relationName, bool followParent)
mSystem.Data.DataView CreateChildView(string relationName)
mvoid BeginEdit()
mvoid IEditableObject.BeginEdit()
mvoid CancelEdit()
mvoid IEditableObject.CancelEdit()
mvoid EndEdit()
mvoid IEditableObject.EndEdit()
mvoid Delete()
mSystem.ComponentModel.AttributeCollection ICustomTypeDescriptor.GetAttributes()
mstring ICustomTypeDescriptor.GetClassName()
mstring ICustomTypeDescriptor.GetComponentName()
mSystem.ComponentModel.TypeConverter ICustomTypeDescriptor.GetConverter()
mSystem.ComponentModel.EventDescriptor ICustomTypeDescriptor.GetDefaultEvent()
mSystem.ComponentModel.PropertyDescriptor ICustomTypeDescriptor.GetDefaultProperty()
mSystem.Object ICustomTypeDescriptor.GetEditor(type editorBaseType)
mSystem.ComponentModel.EventDescriptorCollection ICustomTypeDescriptor.GetEvents()
mSystem.ComponentModel.EventDescriptorCollection ICustomTypeDescriptor.GetEvents(System.Attribute[] attributes)
mSystem.ComponentModel.PropertyDescriptorCollection ICustomTypeDescriptor.GetProperties()
mSystem.ComponentModel.PropertyDescriptorCollection ICustomTypeDescriptor.GetProperties(System.Attribute[] attributes)
mSystem.Object ICustomTypeDescriptor.GetPropertyOwner(System.ComponentModel.PropertyDescriptor pd)
mSystem.ComponentModel.TypeConverter ICustomTypeDescriptor.GetConverterFromRegisteredType()
mSystem.ComponentModel.EventDescriptorCollection ICustomTypeDescriptor.GetEventsFromRegisteredType()
mSystem.ComponentModel.PropertyDescriptorCollection ICustomTypeDescriptor.GetPropertiesFromRegisteredType()
#System.Data.DataTableReader|class|System.Data.Common.DbDataReader|System.Data.IDataReader System.IDisposable System.Data.IDataRecord System.Collections.IEnumerable System.IAsyncDisposable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint Depth {get;}
pbool IsClosed {get;}
pint RecordsAffected {get;}
pbool HasRows {get;}
pint FieldCount {get;}
cnew(System.Data.DataTable dataTable)
cnew(System.Data.DataTable[] dataTables)
mlong GetBytes(int ordinal, long dataIndex, byte[] buffer, int bufferIndex, int length)
mlong GetChars(int ordinal, long dataIndex, char[] buffer, int bufferIndex, int length)
#System.Data.DataRelation|class|System.Object||System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Data.DataColumn[] ChildColumns {get;}
pSystem.Data.DataTable ChildTable {get;}
pSystem.Data.DataSet DataSet {get;}
pSystem.Data.DataColumn[] ParentColumns {get;}
pSystem.Data.DataTable ParentTable {get;}
pstring RelationName {get;set;}
pbool Nested {get;set;}
pSystem.Data.UniqueConstraint ParentKeyConstraint {get;}
pSystem.Data.ForeignKeyConstraint ChildKeyConstraint {get;}
pSystem.Data.PropertyCollection ExtendedProperties {get;}
cnew(string relationName, System.Data.DataColumn parentColumn, System.Data.DataColumn childColumn)
cnew(string relationName, System.Data.DataColumn parentColumn, System.Data.DataColumn childColumn, bool createConstraints)
cnew(string relationName, System.Data.DataColumn[] parentColumns, System.Data.DataColumn[] childColumns)
cnew(string relationName, System.Data.DataColumn[] parentColumns, System.Data.DataColumn[] childColumns, bool createConstraints)
cnew(string relationName, string parentTableName, string childTableName, string[] parentColumnNames, string[] childColumnNames, bool nested)
cnew(string relationName, string parentTableName, string parentTableNamespace, string childTableName, string childTableNamespace, string[] parentColumnNames, string[] childColumnNames, bool nested)
#System.Data.Constraint|abstract|System.Object||System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring ConstraintName {get;set;}
pSystem.Data.DataTable Table {get;}
pSystem.Data.PropertyCollection ExtendedProperties {get;}
#System.Data.UniqueConstraint|class|System.Data.Constraint||System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Data.DataColumn[] Columns {get;}
pbool IsPrimaryKey {get;}
pSystem.Data.DataTable Table {get;}
cnew(string name, System.Data.DataColumn column)
cnew(System.Data.DataColumn column)
cnew(string name, System.Data.DataColumn[] columns)
cnew(System.Data.DataColumn[] columns)
cnew(string name, string[] columnNames, bool isPrimaryKey)
cnew(string name, System.Data.DataColumn column, bool isPrimaryKey)
cnew(System.Data.DataColumn column, bool isPrimaryKey)
cnew(string name, System.Data.DataColumn[] columns, bool isPrimaryKey)
cnew(System.Data.DataColumn[] columns, bool isPrimaryKey)
mbool Equals(System.Object key2)
#System.Data.PropertyCollection|class|System.Collections.Hashtable|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback System.ICloneable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
#System.Data.DataRowState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|Detached=1,Unchanged=2,Added=4,Deleted=8,Modified=16
#System.Data.DataRowVersion|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Original=256,Current=512,Proposed=1024,Default=1536
#System.Data.SqlDbType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|BigInt=0,Binary=1,Bit=2,Char=3,DateTime=4,Decimal=5,Float=6,Image=7,Int=8,Money=9,NChar=10,NText=11,NVarChar=12,Real=13,UniqueIdentifier=14,SmallDateTime=15,SmallInt=16,SmallMoney=17,Text=18,Timestamp=19,TinyInt=20,VarBinary=21,VarChar=22,Variant=23,Xml=25,Udt=29,Structured=30,Date=31,Time=32,DateTime2=33,DateTimeOffset=34,Json=35,Vector=36
#System.Data.DbType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|AnsiString=0,Binary=1,Byte=2,Boolean=3,Currency=4,Date=5,DateTime=6,Decimal=7,Double=8,Guid=9,Int16=10,Int32=11,Int64=12,Object=13,SByte=14,Single=15,String=16,Time=17,UInt16=18,UInt32=19,UInt64=20,VarNumeric=21,AnsiStringFixedLength=22,StringFixedLength=23,Xml=25,DateTime2=26,DateTimeOffset=27
#System.Data.ConnectionState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|Closed=0,Open=1,Connecting=2,Executing=4,Fetching=8,Broken=16
#System.Data.MappingType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Element=1,Attribute=2,SimpleContent=3,Hidden=4
#System.Data.ParameterDirection|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Input=1,Output=2,InputOutput=3,ReturnValue=6
#System.Data.IsolationLevel|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unspecified=-1,Chaos=16,ReadUncommitted=256,ReadCommitted=4096,RepeatableRead=65536,Serializable=1048576,Snapshot=16777216
#System.Data.CommandBehavior|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|Default=0,SingleResult=1,SchemaOnly=2,KeyInfo=4,SingleRow=8,SequentialAccess=16,CloseConnection=32
#System.Data.Common.DbConnectionStringBuilder|class|System.Object|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.ComponentModel.ICustomTypeDescriptor|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool BrowsableConnectionString {get;set;}
pstring ConnectionString {get;set;}
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Collections.ICollection Values {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
pSystem.Nullable[bool] RequireRegisteredTypes {get;}
svoid AppendKeyValuePair(System.Text.StringBuilder builder, string keyword, string value)
svoid AppendKeyValuePair(System.Text.StringBuilder builder, string keyword, string value, bool useOdbcRules)
cnew()
cnew(bool useOdbcRules)
mSystem.Object get_Item(string keyword)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(string keyword, System.Object value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid Add(string keyword, System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mbool ContainsKey(string keyword)
mbool EquivalentTo(System.Data.Common.DbConnectionStringBuilder connectionStringBuilder)
mbool Remove(string keyword)
mvoid IDictionary.Remove(System.Object key)
mbool ShouldSerialize(string keyword)
mbool TryGetValue(string keyword, [ref] System.Object value)
mbool IDictionary.Contains(System.Object key)
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid ICollection.CopyTo(array array, int index)
mSystem.ComponentModel.AttributeCollection ICustomTypeDescriptor.GetAttributes()
mstring ICustomTypeDescriptor.GetClassName()
mstring ICustomTypeDescriptor.GetComponentName()
mSystem.ComponentModel.TypeConverter ICustomTypeDescriptor.GetConverter()
mSystem.ComponentModel.EventDescriptor ICustomTypeDescriptor.GetDefaultEvent()
mSystem.ComponentModel.PropertyDescriptor ICustomTypeDescriptor.GetDefaultProperty()
mSystem.Object ICustomTypeDescriptor.GetEditor(type editorBaseType)
mSystem.ComponentModel.EventDescriptorCollection ICustomTypeDescriptor.GetEvents()
mSystem.ComponentModel.EventDescriptorCollection ICustomTypeDescriptor.GetEvents(System.Attribute[] attributes)
mSystem.ComponentModel.PropertyDescriptorCollection ICustomTypeDescriptor.GetProperties()
mSystem.ComponentModel.PropertyDescriptorCollection ICustomTypeDescriptor.GetProperties(System.Attribute[] attributes)
mSystem.Object ICustomTypeDescriptor.GetPropertyOwner(System.ComponentModel.PropertyDescriptor pd)
mSystem.ComponentModel.TypeConverter ICustomTypeDescriptor.GetConverterFromRegisteredType()
mSystem.ComponentModel.EventDescriptorCollection ICustomTypeDescriptor.GetEventsFromRegisteredType()
mSystem.ComponentModel.PropertyDescriptorCollection ICustomTypeDescriptor.GetPropertiesFromRegisteredType()
#System.Data.LoadOption|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|OverwriteChanges=1,PreserveChanges=2,Upsert=3
#System.Data.MissingSchemaAction|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Add=1,Ignore=2,Error=3,AddWithKey=4
#System.Data.XmlReadMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Auto=0,ReadSchema=1,IgnoreSchema=2,InferSchema=3,DiffGram=4,Fragment=5,InferTypedSchema=6
#System.Data.XmlWriteMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|WriteSchema=0,IgnoreSchema=1,DiffGram=2
#System.Data.AcceptRejectRule|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|None=0,Cascade=1
#System.Data.Common.DbConnection|abstract|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable System.Data.IDbConnection System.IAsyncDisposable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring ConnectionString {get;set;}
pint ConnectionTimeout {get;}
pstring Database {get;}
pstring DataSource {get;}
pstring ServerVersion {get;}
pSystem.Data.ConnectionState State {get;}
pbool CanCreateBatch {get;}
mSystem.Data.Common.DbTransaction BeginTransaction()
mSystem.Data.Common.DbTransaction BeginTransaction(System.Data.IsolationLevel isolationLevel)
mSystem.Data.IDbTransaction IDbConnection.BeginTransaction()
mSystem.Data.IDbTransaction IDbConnection.BeginTransaction(System.Data.IsolationLevel il)
mSystem.Threading.Tasks.ValueTask[System.Data.Common.DbTransaction] BeginTransactionAsync(System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[System.Data.Common.DbTransaction] BeginTransactionAsync(System.Data.IsolationLevel isolationLevel, System.Threading.CancellationToken cancellationToken = default)
mvoid Close()
mvoid IDbConnection.Close()
mSystem.Threading.Tasks.Task CloseAsync()
mSystem.Threading.Tasks.ValueTask DisposeAsync()
mSystem.Threading.Tasks.ValueTask IAsyncDisposable.DisposeAsync()
mvoid ChangeDatabase(string databaseName)
mvoid IDbConnection.ChangeDatabase(string databaseName)
mSystem.Threading.Tasks.Task ChangeDatabaseAsync(string databaseName, System.Threading.CancellationToken cancellationToken = default)
mSystem.Data.Common.DbBatch CreateBatch()
mSystem.Data.Common.DbCommand CreateCommand()
mSystem.Data.IDbCommand IDbConnection.CreateCommand()
mvoid EnlistTransaction(System.Transactions.Transaction transaction)
mSystem.Data.DataTable GetSchema()
mSystem.Data.DataTable GetSchema(string collectionName)
mSystem.Data.DataTable GetSchema(string collectionName, string[] restrictionValues)
mSystem.Threading.Tasks.Task[System.Data.DataTable] GetSchemaAsync(System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[System.Data.DataTable] GetSchemaAsync(string collectionName, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[System.Data.DataTable] GetSchemaAsync(string collectionName, string[] restrictionValues, System.Threading.CancellationToken cancellationToken = default)
mvoid Open()
mvoid IDbConnection.Open()
mSystem.Threading.Tasks.Task OpenAsync()
mSystem.Threading.Tasks.Task OpenAsync(System.Threading.CancellationToken cancellationToken)
#System.Data.Common.DbCommand|abstract|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable System.Data.IDbCommand System.IAsyncDisposable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring CommandText {get;set;}
pint CommandTimeout {get;set;}
pSystem.Data.CommandType CommandType {get;set;}
pSystem.Data.Common.DbConnection Connection {get;set;}
pbool DesignTimeVisible {get;set;}
pSystem.Data.Common.DbParameterCollection Parameters {get;}
pSystem.Data.Common.DbTransaction Transaction {get;set;}
pSystem.Data.UpdateRowSource UpdatedRowSource {get;set;}
mvoid Cancel()
mvoid IDbCommand.Cancel()
mSystem.Data.Common.DbParameter CreateParameter()
mSystem.Data.IDbDataParameter IDbCommand.CreateParameter()
mint ExecuteNonQuery()
mint IDbCommand.ExecuteNonQuery()
mSystem.Data.Common.DbDataReader ExecuteReader()
mSystem.Data.Common.DbDataReader ExecuteReader(System.Data.CommandBehavior behavior)
mSystem.Data.IDataReader IDbCommand.ExecuteReader()
mSystem.Data.IDataReader IDbCommand.ExecuteReader(System.Data.CommandBehavior behavior)
mSystem.Threading.Tasks.Task[int] ExecuteNonQueryAsync()
mSystem.Threading.Tasks.Task[int] ExecuteNonQueryAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Data.Common.DbDataReader] ExecuteReaderAsync()
mSystem.Threading.Tasks.Task[System.Data.Common.DbDataReader] ExecuteReaderAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Data.Common.DbDataReader] ExecuteReaderAsync(System.Data.CommandBehavior behavior)
mSystem.Threading.Tasks.Task[System.Data.Common.DbDataReader] ExecuteReaderAsync(System.Data.CommandBehavior behavior, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Object] ExecuteScalarAsync()
mSystem.Threading.Tasks.Task[System.Object] ExecuteScalarAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Object ExecuteScalar()
mSystem.Object IDbCommand.ExecuteScalar()
mvoid Prepare()
mvoid IDbCommand.Prepare()
mSystem.Threading.Tasks.Task PrepareAsync(System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask DisposeAsync()
mSystem.Threading.Tasks.ValueTask IAsyncDisposable.DisposeAsync()
#System.Data.Common.DataAdapter|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable System.Data.IDataAdapter|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool AcceptChangesDuringFill {get;set;}
pbool AcceptChangesDuringUpdate {get;set;}
pbool ContinueUpdateOnError {get;set;}
pSystem.Data.LoadOption FillLoadOption {get;set;}
pSystem.Data.MissingMappingAction MissingMappingAction {get;set;}
pSystem.Data.MissingSchemaAction MissingSchemaAction {get;set;}
pbool ReturnProviderSpecificTypes {get;set;}
pSystem.Data.Common.DataTableMappingCollection TableMappings {get;}
mbool ShouldSerializeAcceptChangesDuringFill()
mvoid ResetFillLoadOption()
mbool ShouldSerializeFillLoadOption()
mSystem.Data.DataTable[] FillSchema(System.Data.DataSet dataSet, System.Data.SchemaType schemaType)
mSystem.Data.DataTable[] IDataAdapter.FillSchema(System.Data.DataSet dataSet, System.Data.SchemaType schemaType)
mint Fill(System.Data.DataSet dataSet)
mint IDataAdapter.Fill(System.Data.DataSet dataSet)
mSystem.Data.IDataParameter[] GetFillParameters()
mSystem.Data.IDataParameter[] IDataAdapter.GetFillParameters()
mint Update(System.Data.DataSet dataSet)
mint IDataAdapter.Update(System.Data.DataSet dataSet)
#System.Data.Common.DbDataAdapter|abstract|System.Data.Common.DataAdapter|System.ComponentModel.IComponent System.IDisposable System.Data.IDataAdapter System.Data.IDbDataAdapter System.ICloneable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=DefaultSourceTableName
pSystem.Data.Common.DbCommand DeleteCommand {get;set;}
pSystem.Data.Common.DbCommand InsertCommand {get;set;}
pSystem.Data.Common.DbCommand SelectCommand {get;set;}
pint UpdateBatchSize {get;set;}
pSystem.Data.Common.DbCommand UpdateCommand {get;set;}
qstring DefaultSourceTableName {get;}
mSystem.Data.DataTable FillSchema(System.Data.DataTable dataTable, System.Data.SchemaType schemaType)
mSystem.Data.DataTable[] FillSchema(System.Data.DataSet dataSet, System.Data.SchemaType schemaType, string srcTable)
mint Fill(System.Data.DataSet dataSet, string srcTable)
mint Fill(System.Data.DataSet dataSet, int startRecord, int maxRecords, string srcTable)
mint Fill(System.Data.DataTable dataTable)
mint Fill(int startRecord, int maxRecords, Params System.Data.DataTable[] dataTables)
mint Update(System.Data.DataRow[] dataRows)
mint Update(System.Data.DataTable dataTable)
mint Update(System.Data.DataSet dataSet, string srcTable)
mSystem.Object ICloneable.Clone()
#System.Data.SqlClient.SqlConnection|class|System.Data.Common.DbConnection|System.ComponentModel.IComponent System.IDisposable System.Data.IDbConnection System.IAsyncDisposable System.ICloneable|System.Data.SqlClient, Version=4.6.1.6, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pbool StatisticsEnabled {get;set;}
pstring ConnectionString {get;set;}
pint ConnectionTimeout {get;}
pstring AccessToken {get;set;}
pstring Database {get;}
pstring DataSource {get;}
pint PacketSize {get;}
pguid ClientConnectionId {get;}
pstring ServerVersion {get;}
pSystem.Data.ConnectionState State {get;}
pstring WorkstationId {get;}
pSystem.Data.SqlClient.SqlCredential Credential {get;set;}
pbool FireInfoMessageEventOnUserErrors {get;set;}
svoid ClearAllPools()
svoid ClearPool(System.Data.SqlClient.SqlConnection connection)
svoid ChangePassword(string connectionString, string newPassword)
svoid ChangePassword(string connectionString, System.Data.SqlClient.SqlCredential credential, securestring newSecurePassword)
cnew(string connectionString)
cnew(string connectionString, System.Data.SqlClient.SqlCredential credential)
cnew()
mSystem.Data.SqlClient.SqlTransaction BeginTransaction()
mSystem.Data.SqlClient.SqlTransaction BeginTransaction(System.Data.IsolationLevel iso)
mSystem.Data.SqlClient.SqlTransaction BeginTransaction(string transactionName)
mSystem.Data.SqlClient.SqlTransaction BeginTransaction(System.Data.IsolationLevel iso, string transactionName)
mvoid ChangeDatabase(string database)
mSystem.Data.SqlClient.SqlCommand CreateCommand()
mvoid ResetStatistics()
mSystem.Collections.IDictionary RetrieveStatistics()
mSystem.Object ICloneable.Clone()
#System.Data.SqlClient.SqlCommand|class|System.Data.Common.DbCommand|System.ComponentModel.IComponent System.IDisposable System.Data.IDbCommand System.IAsyncDisposable System.ICloneable|System.Data.SqlClient, Version=4.6.1.6, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Data.SqlClient.SqlConnection Connection {get;set;}
pSystem.Data.Sql.SqlNotificationRequest Notification {get;set;}
pSystem.Data.SqlClient.SqlTransaction Transaction {get;set;}
pstring CommandText {get;set;}
pint CommandTimeout {get;set;}
pSystem.Data.CommandType CommandType {get;set;}
pbool DesignTimeVisible {get;set;}
pSystem.Data.SqlClient.SqlParameterCollection Parameters {get;}
pSystem.Data.UpdateRowSource UpdatedRowSource {get;set;}
cnew()
cnew(string cmdText)
cnew(string cmdText, System.Data.SqlClient.SqlConnection connection)
cnew(string cmdText, System.Data.SqlClient.SqlConnection connection, System.Data.SqlClient.SqlTransaction transaction)
mvoid ResetCommandTimeout()
mSystem.Data.SqlClient.SqlParameter CreateParameter()
mSystem.IAsyncResult BeginExecuteNonQuery()
mSystem.IAsyncResult BeginExecuteNonQuery(System.AsyncCallback callback, System.Object stateObject)
mint EndExecuteNonQuery(System.IAsyncResult asyncResult)
mSystem.Xml.XmlReader ExecuteXmlReader()
mSystem.IAsyncResult BeginExecuteXmlReader()
mSystem.IAsyncResult BeginExecuteXmlReader(System.AsyncCallback callback, System.Object stateObject)
mSystem.Xml.XmlReader EndExecuteXmlReader(System.IAsyncResult asyncResult)
mSystem.Data.SqlClient.SqlDataReader ExecuteReader()
mSystem.Data.SqlClient.SqlDataReader ExecuteReader(System.Data.CommandBehavior behavior)
mSystem.Data.SqlClient.SqlDataReader EndExecuteReader(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginExecuteReader()
mSystem.IAsyncResult BeginExecuteReader(System.AsyncCallback callback, System.Object stateObject)
mSystem.IAsyncResult BeginExecuteReader(System.Data.CommandBehavior behavior)
mSystem.IAsyncResult BeginExecuteReader(System.AsyncCallback callback, System.Object stateObject, System.Data.CommandBehavior behavior)
mSystem.Threading.Tasks.Task[System.Data.SqlClient.SqlDataReader] ExecuteReaderAsync()
mSystem.Threading.Tasks.Task[System.Data.SqlClient.SqlDataReader] ExecuteReaderAsync(System.Data.CommandBehavior behavior)
mSystem.Threading.Tasks.Task[System.Data.SqlClient.SqlDataReader] ExecuteReaderAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Data.SqlClient.SqlDataReader] ExecuteReaderAsync(System.Data.CommandBehavior behavior, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Xml.XmlReader] ExecuteXmlReaderAsync()
mSystem.Threading.Tasks.Task[System.Xml.XmlReader] ExecuteXmlReaderAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Data.SqlClient.SqlCommand Clone()
mSystem.Object ICloneable.Clone()
#System.Data.SqlClient.SqlDataAdapter|class|System.Data.Common.DbDataAdapter|System.ComponentModel.IComponent System.IDisposable System.Data.IDataAdapter System.Data.IDbDataAdapter System.ICloneable|System.Data.SqlClient, Version=4.6.1.6, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Data.SqlClient.SqlCommand DeleteCommand {get;set;}
pSystem.Data.SqlClient.SqlCommand InsertCommand {get;set;}
pSystem.Data.SqlClient.SqlCommand SelectCommand {get;set;}
pSystem.Data.SqlClient.SqlCommand UpdateCommand {get;set;}
pint UpdateBatchSize {get;set;}
cnew()
cnew(System.Data.SqlClient.SqlCommand selectCommand)
cnew(string selectCommandText, string selectConnectionString)
cnew(string selectCommandText, System.Data.SqlClient.SqlConnection selectConnection)
`;
