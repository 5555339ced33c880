/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const COLLECTIONS = `
#System.Collections.ArrayList|class|System.Object|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable System.ICloneable|||102001|
pint Capacity {get;set;}
pint Count {get;}
pbool IsFixedSize {get;}
pbool IsReadOnly {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
sSystem.Collections.ArrayList Adapter(System.Collections.IList list)
sSystem.Collections.IList FixedSize(System.Collections.IList list)
sSystem.Collections.ArrayList FixedSize(System.Collections.ArrayList list)
sSystem.Collections.IList ReadOnly(System.Collections.IList list)
sSystem.Collections.ArrayList ReadOnly(System.Collections.ArrayList list)
sSystem.Collections.ArrayList Repeat(System.Object value, int count)
sSystem.Collections.IList Synchronized(System.Collections.IList list)
sSystem.Collections.ArrayList Synchronized(System.Collections.ArrayList list)
cnew()
cnew(int capacity)
cnew(System.Collections.ICollection c)
mSystem.Object get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, System.Object value)
mvoid IList.set_Item(int index, System.Object value)
mint Add(System.Object value)
mint IList.Add(System.Object value)
mvoid AddRange(System.Collections.ICollection c)
mint BinarySearch(int index, int count, System.Object value, System.Collections.IComparer comparer)
mint BinarySearch(System.Object value)
mint BinarySearch(System.Object value, System.Collections.IComparer comparer)
mvoid Clear()
mvoid IList.Clear()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mbool Contains(System.Object item)
mbool IList.Contains(System.Object value)
mvoid CopyTo(array array)
mvoid CopyTo(array array, int arrayIndex)
mvoid CopyTo(int index, array array, int arrayIndex, int count)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator GetEnumerator(int index, int count)
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(System.Object value)
mint IndexOf(System.Object value, int startIndex)
mint IndexOf(System.Object value, int startIndex, int count)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, System.Object value)
mvoid IList.Insert(int index, System.Object value)
mvoid InsertRange(int index, System.Collections.ICollection c)
mint LastIndexOf(System.Object value)
mint LastIndexOf(System.Object value, int startIndex)
mint LastIndexOf(System.Object value, int startIndex, int count)
mvoid Remove(System.Object obj)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mvoid RemoveRange(int index, int count)
mvoid Reverse()
mvoid Reverse(int index, int count)
mvoid SetRange(int index, System.Collections.ICollection c)
mSystem.Collections.ArrayList GetRange(int index, int count)
mvoid Sort()
mvoid Sort(System.Collections.IComparer comparer)
mvoid Sort(int index, int count, System.Collections.IComparer comparer)
mSystem.Object[] ToArray()
marray ToArray(type type)
mvoid TrimToSize()
#System.Collections.Hashtable|class|System.Object|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback System.ICloneable|||102001|
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Collections.ICollection Values {get;}
pSystem.Object SyncRoot {get;}
pint Count {get;}
shashtable Synchronized(hashtable table)
cnew()
cnew(int capacity)
cnew(int capacity, float loadFactor)
cnew(int capacity, float loadFactor, System.Collections.IEqualityComparer equalityComparer)
cnew(System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)
cnew(System.Collections.IEqualityComparer equalityComparer)
cnew(int capacity, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)
cnew(int capacity, System.Collections.IEqualityComparer equalityComparer)
cnew(System.Collections.IDictionary d)
cnew(System.Collections.IDictionary d, float loadFactor)
cnew(System.Collections.IDictionary d, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)
cnew(System.Collections.IDictionary d, System.Collections.IEqualityComparer equalityComparer)
cnew(int capacity, float loadFactor, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)
cnew(System.Collections.IDictionary d, float loadFactor, System.Collections.IHashCodeProvider hcp, System.Collections.IComparer comparer)
cnew(System.Collections.IDictionary d, float loadFactor, System.Collections.IEqualityComparer equalityComparer)
mvoid Add(System.Object key, System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mbool Contains(System.Object key)
mbool IDictionary.Contains(System.Object key)
mbool ContainsKey(System.Object key)
mbool ContainsValue(System.Object value)
mvoid CopyTo(array array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Object get_Item(System.Object key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(System.Object key, System.Object value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mSystem.Collections.IDictionaryEnumerator GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid Remove(System.Object key)
mvoid IDictionary.Remove(System.Object key)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid OnDeserialization(System.Object sender)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.Collections.SortedList|class|System.Object|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.ICloneable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Capacity {get;set;}
pint Count {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Collections.ICollection Values {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
sSystem.Collections.SortedList Synchronized(System.Collections.SortedList list)
cnew()
cnew(int initialCapacity)
cnew(System.Collections.IComparer comparer)
cnew(System.Collections.IComparer comparer, int capacity)
cnew(System.Collections.IDictionary d)
cnew(System.Collections.IDictionary d, System.Collections.IComparer comparer)
mvoid Add(System.Object key, System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mbool Contains(System.Object key)
mbool IDictionary.Contains(System.Object key)
mbool ContainsKey(System.Object key)
mbool ContainsValue(System.Object value)
mvoid CopyTo(array array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Object GetByIndex(int index)
mSystem.Collections.IDictionaryEnumerator GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Object GetKey(int index)
mSystem.Collections.IList GetKeyList()
mSystem.Collections.IList GetValueList()
mSystem.Object get_Item(System.Object key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(System.Object key, System.Object value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mint IndexOfKey(System.Object key)
mint IndexOfValue(System.Object value)
mvoid RemoveAt(int index)
mvoid Remove(System.Object key)
mvoid IDictionary.Remove(System.Object key)
mvoid SetByIndex(int index, System.Object value)
mvoid TrimToSize()
#System.Collections.Queue|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable System.ICloneable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
sSystem.Collections.Queue Synchronized(System.Collections.Queue queue)
cnew()
cnew(int capacity)
cnew(int capacity, float growFactor)
cnew(System.Collections.ICollection col)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mvoid Clear()
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mvoid Enqueue(System.Object obj)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Object Dequeue()
mSystem.Object Peek()
mbool Contains(System.Object obj)
mSystem.Object[] ToArray()
mvoid TrimToSize()
#System.Collections.Stack|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable System.ICloneable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
sSystem.Collections.Stack Synchronized(System.Collections.Stack stack)
cnew()
cnew(int initialCapacity)
cnew(System.Collections.ICollection col)
mvoid Clear()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mbool Contains(System.Object obj)
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Object Peek()
mSystem.Object Pop()
mvoid Push(System.Object obj)
mSystem.Object[] ToArray()
#System.Collections.BitArray|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable System.ICloneable System.Runtime.Serialization.ISerializable|||102101|
pint Length {get;set;}
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
pbool IsReadOnly {get;}
cnew(int length)
cnew(int length, bool defaultValue)
cnew(byte[] bytes)
cnew(bool[] values)
cnew(int[] values)
cnew(System.Collections.BitArray bits)
mbool get_Item(int index)
mvoid set_Item(int index, bool value)
mbool Get(int index)
mvoid Set(int index, bool value)
mvoid SetAll(bool value)
mSystem.Collections.BitArray And(System.Collections.BitArray value)
mSystem.Collections.BitArray Or(System.Collections.BitArray value)
mSystem.Collections.BitArray Xor(System.Collections.BitArray value)
mSystem.Collections.BitArray Not()
mSystem.Collections.BitArray RightShift(int count)
mSystem.Collections.BitArray LeftShift(int count)
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mbool HasAllSet()
mbool HasAnySet()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Collections.DictionaryEntry|struct|System.ValueType||||102109|
pSystem.Object Key {get;set;}
pSystem.Object Value {get;set;}
cnew(System.Object key, System.Object value)
mvoid Deconstruct([ref] System.Object key, [ref] System.Object value)
#System.Collections.Comparer|class|System.Object|System.Collections.IComparer System.Runtime.Serialization.ISerializable|||102101|!Default !DefaultInvariant
qSystem.Collections.Comparer Default {get;}
qSystem.Collections.Comparer DefaultInvariant {get;}
cnew(cultureinfo culture)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mint Compare(System.Object a, System.Object b)
mint IComparer.Compare(System.Object x, System.Object y)
#System.Collections.CaseInsensitiveComparer|class|System.Object|System.Collections.IComparer|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
qSystem.Collections.CaseInsensitiveComparer Default {get;}
qSystem.Collections.CaseInsensitiveComparer DefaultInvariant {get;}
cnew()
cnew(cultureinfo culture)
mint Compare(System.Object a, System.Object b)
mint IComparer.Compare(System.Object x, System.Object y)
#System.Collections.Specialized.OrderedDictionary|class|System.Object|System.Collections.Specialized.IOrderedDictionary System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Collections.ICollection Values {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(int capacity)
cnew(System.Collections.IEqualityComparer comparer)
cnew(int capacity, System.Collections.IEqualityComparer comparer)
mSystem.Object get_Item(int index)
mSystem.Object get_Item(System.Object key)
mSystem.Object IOrderedDictionary.get_Item(int index)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(int index, System.Object value)
mvoid set_Item(System.Object key, System.Object value)
mvoid IOrderedDictionary.set_Item(int index, System.Object value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid Add(System.Object key, System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mordered AsReadOnly()
mbool Contains(System.Object key)
mbool IDictionary.Contains(System.Object key)
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mvoid Insert(int index, System.Object key, System.Object value)
mvoid IOrderedDictionary.Insert(int index, System.Object key, System.Object value)
mvoid RemoveAt(int index)
mvoid IOrderedDictionary.RemoveAt(int index)
mvoid Remove(System.Object key)
mvoid IDictionary.Remove(System.Object key)
mSystem.Collections.IDictionaryEnumerator GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IOrderedDictionary.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.Collections.Specialized.NameValueCollection|class|System.Collections.Specialized.NameObjectCollectionBase|System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring[] AllKeys {get;}
cnew()
cnew(System.Collections.Specialized.NameValueCollection col)
cnew(System.Collections.IHashCodeProvider hashProvider, System.Collections.IComparer comparer)
cnew(int capacity)
cnew(System.Collections.IEqualityComparer equalityComparer)
cnew(int capacity, System.Collections.IEqualityComparer equalityComparer)
cnew(int capacity, System.Collections.Specialized.NameValueCollection col)
cnew(int capacity, System.Collections.IHashCodeProvider hashProvider, System.Collections.IComparer comparer)
mvoid Add(System.Collections.Specialized.NameValueCollection c)
mvoid Add(string name, string value)
mvoid Clear()
mvoid CopyTo(array dest, int index)
mbool HasKeys()
mstring Get(string name)
mstring Get(int index)
mstring[] GetValues(string name)
mstring[] GetValues(int index)
mvoid Set(string name, string value)
mvoid Remove(string name)
mstring get_Item(string name)
mstring get_Item(int index)
mvoid set_Item(string name, string value)
mstring GetKey(int index)
#System.Collections.Specialized.NameObjectCollectionBase|abstract|System.Object|System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint Count {get;}
pSystem.Collections.Specialized.NameObjectCollectionBase+KeysCollection Keys {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid OnDeserialization(System.Object sender)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Specialized.StringCollection|class|System.Object|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pbool IsFixedSize {get;}
cnew()
mstring get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, string value)
mvoid IList.set_Item(int index, System.Object value)
mint Add(string value)
mint IList.Add(System.Object value)
mvoid AddRange(string[] value)
mvoid Clear()
mvoid IList.Clear()
mbool Contains(string value)
mbool IList.Contains(System.Object value)
mvoid CopyTo(string[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Specialized.StringEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(string value)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, string value)
mvoid IList.Insert(int index, System.Object value)
mvoid Remove(string value)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
#System.Collections.Specialized.StringDictionary|class|System.Object|System.Collections.IEnumerable|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Object SyncRoot {get;}
pSystem.Collections.ICollection Values {get;}
cnew()
mstring get_Item(string key)
mvoid set_Item(string key, string value)
mvoid Add(string key, string value)
mvoid Clear()
mbool ContainsKey(string key)
mbool ContainsValue(string value)
mvoid CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid Remove(string key)
#System.Collections.Specialized.ListDictionary|class|System.Object|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Count {get;}
pSystem.Collections.ICollection Keys {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pSystem.Collections.ICollection Values {get;}
cnew()
cnew(System.Collections.IComparer comparer)
mSystem.Object get_Item(System.Object key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(System.Object key, System.Object value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid Add(System.Object key, System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mbool Contains(System.Object key)
mbool IDictionary.Contains(System.Object key)
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IDictionaryEnumerator GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid Remove(System.Object key)
mvoid IDictionary.Remove(System.Object key)
#System.Collections.Specialized.HybridDictionary|class|System.Object|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint Count {get;}
pSystem.Collections.ICollection Keys {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pSystem.Collections.ICollection Values {get;}
cnew()
cnew(int initialSize)
cnew(bool caseInsensitive)
cnew(int initialSize, bool caseInsensitive)
mSystem.Object get_Item(System.Object key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(System.Object key, System.Object value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid Add(System.Object key, System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mbool Contains(System.Object key)
mbool IDictionary.Contains(System.Object key)
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IDictionaryEnumerator GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid Remove(System.Object key)
mvoid IDictionary.Remove(System.Object key)
#System.Collections.StructuralComparisons|static|System.Object||System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
qSystem.Collections.IComparer StructuralComparer {get;}
qSystem.Collections.IEqualityComparer StructuralEqualityComparer {get;}
#System.Collections.CollectionBase|abstract|System.Object|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint Capacity {get;set;}
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mvoid Clear()
mvoid IList.Clear()
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Object IList.get_Item(int index)
mvoid IList.set_Item(int index, System.Object value)
mint IList.Add(System.Object value)
mbool IList.Contains(System.Object value)
mint IList.IndexOf(System.Object value)
mvoid IList.Insert(int index, System.Object value)
mvoid IList.Remove(System.Object value)
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.DictionaryBase|abstract|System.Object|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint Count {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Collections.ICollection Values {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mvoid Clear()
mvoid IDictionary.Clear()
mSystem.Collections.IDictionaryEnumerator GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mbool IDictionary.Contains(System.Object key)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid IDictionary.Remove(System.Object key)
#System.Collections.ReadOnlyCollectionBase|abstract|System.Object|System.Collections.ICollection System.Collections.IEnumerable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Specialized.BitVector32|struct|System.ValueType|System.IEquatable\`1[System.Collections.Specialized.BitVector32]|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100109|
pint Data {get;}
sint CreateMask()
sint CreateMask(int previous)
sSystem.Collections.Specialized.BitVector32+Section CreateSection(short maxValue)
sSystem.Collections.Specialized.BitVector32+Section CreateSection(short maxValue, System.Collections.Specialized.BitVector32+Section previous)
sstring ToString(System.Collections.Specialized.BitVector32 value)
cnew(int data)
cnew(System.Collections.Specialized.BitVector32 value)
mbool get_Item(int bit)
mint get_Item(System.Collections.Specialized.BitVector32+Section section)
mvoid set_Item(int bit, bool value)
mvoid set_Item(System.Collections.Specialized.BitVector32+Section section, int value)
mbool Equals(System.Object o)
mbool Equals(System.Collections.Specialized.BitVector32 other)
mbool IEquatable[BitVector32].Equals(System.Collections.Specialized.BitVector32 other)
#System.Collections.Hashtable+KeyCollection|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable|||100103|
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pint Count {get;}
mvoid CopyTo(array array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Collections.Hashtable+ValueCollection|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable|||100103|
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pint Count {get;}
mvoid CopyTo(array array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Collections.SortedList+KeyList|class|System.Object|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102103|
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
mint Add(System.Object key)
mint IList.Add(System.Object value)
mvoid Clear()
mvoid IList.Clear()
mbool Contains(System.Object key)
mbool IList.Contains(System.Object value)
mvoid CopyTo(array array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mvoid Insert(int index, System.Object value)
mvoid IList.Insert(int index, System.Object value)
mSystem.Object get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, System.Object value)
mvoid IList.set_Item(int index, System.Object value)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(System.Object key)
mint IList.IndexOf(System.Object value)
mvoid Remove(System.Object key)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
#System.Collections.SortedList+ValueList|class|System.Object|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable|System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102103|
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
mint Add(System.Object key)
mint IList.Add(System.Object value)
mvoid Clear()
mvoid IList.Clear()
mbool Contains(System.Object value)
mbool IList.Contains(System.Object value)
mvoid CopyTo(array array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mvoid Insert(int index, System.Object value)
mvoid IList.Insert(int index, System.Object value)
mSystem.Object get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, System.Object value)
mvoid IList.set_Item(int index, System.Object value)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(System.Object value)
mint IList.IndexOf(System.Object value)
mvoid Remove(System.Object value)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
#System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection|class|System.Object|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100103|
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mSystem.Object IList.get_Item(int index)
mvoid IList.set_Item(int index, System.Object value)
mint IList.Add(System.Object value)
mbool IList.Contains(System.Object value)
mvoid IList.Clear()
mint IList.IndexOf(System.Object value)
mvoid IList.Insert(int index, System.Object value)
mvoid IList.Remove(System.Object value)
mvoid IList.RemoveAt(int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
`;
