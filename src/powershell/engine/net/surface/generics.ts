/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const GENERICS = `
#System.Collections.Generic.List\`1|class|System.Object|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[T] System.Collections.Generic.IReadOnlyCollection\`1[T]||T|102001|
pint Capacity {get;set;}
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(int capacity)
cnew(System.Collections.Generic.IEnumerable[T] collection)
mT get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, T value)
mvoid IList.set_Item(int index, System.Object value)
mvoid Add(T item)
mint IList.Add(System.Object value)
mvoid AddRange(System.Collections.Generic.IEnumerable[T] collection)
mSystem.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()
mint BinarySearch(int index, int count, T item, System.Collections.Generic.IComparer[T] comparer)
mint BinarySearch(T item)
mint BinarySearch(T item, System.Collections.Generic.IComparer[T] comparer)
mvoid Clear()
mvoid IList.Clear()
mbool Contains(T item)
mbool IList.Contains(System.Object value)
mSystem.Collections.Generic.List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)
mvoid CopyTo(T[] array)
mvoid CopyTo(int index, T[] array, int arrayIndex, int count)
mvoid CopyTo(T[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mint EnsureCapacity(int capacity)
mbool Exists(System.Predicate[T] match)
mT Find(System.Predicate[T] match)
mSystem.Collections.Generic.List[T] FindAll(System.Predicate[T] match)
mint FindIndex(System.Predicate[T] match)
mint FindIndex(int startIndex, System.Predicate[T] match)
mint FindIndex(int startIndex, int count, System.Predicate[T] match)
mT FindLast(System.Predicate[T] match)
mint FindLastIndex(System.Predicate[T] match)
mint FindLastIndex(int startIndex, System.Predicate[T] match)
mint FindLastIndex(int startIndex, int count, System.Predicate[T] match)
mvoid ForEach(System.Action[T] action)
mSystem.Collections.Generic.List\`1+Enumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.Generic.List[T] GetRange(int index, int count)
mSystem.Collections.Generic.List[T] Slice(int start, int length)
mint IndexOf(T item)
mint IndexOf(T item, int index)
mint IndexOf(T item, int index, int count)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, T item)
mvoid IList.Insert(int index, System.Object value)
mvoid InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)
mint LastIndexOf(T item)
mint LastIndexOf(T item, int index)
mint LastIndexOf(T item, int index, int count)
mbool Remove(T item)
mvoid IList.Remove(System.Object value)
mint RemoveAll(System.Predicate[T] match)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mvoid RemoveRange(int index, int count)
mvoid Reverse()
mvoid Reverse(int index, int count)
mvoid Sort()
mvoid Sort(System.Collections.Generic.IComparer[T] comparer)
mvoid Sort(int index, int count, System.Collections.Generic.IComparer[T] comparer)
mvoid Sort(System.Comparison[T] comparison)
mT[] ToArray()
mvoid TrimExcess()
mbool TrueForAll(System.Predicate[T] match)
#System.Collections.Generic.Dictionary\`2|class|System.Object|System.Collections.Generic.IDictionary\`2[TKey,TValue] System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable System.Collections.IDictionary System.Collections.ICollection System.Collections.Generic.IReadOnlyDictionary\`2[TKey,TValue] System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback||TKey TValue|102001|
pSystem.Collections.Generic.IEqualityComparer[TKey] Comparer {get;}
pint Count {get;}
pint Capacity {get;}
pSystem.Collections.Generic.Dictionary\`2+KeyCollection[TKey,TValue] Keys {get;}
pSystem.Collections.Generic.Dictionary\`2+ValueCollection[TKey,TValue] Values {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(int capacity)
cnew(System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)
cnew(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)
mTValue get_Item(TKey key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(TKey key, TValue value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid Add(TKey key, TValue value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mbool ContainsKey(TKey key)
mbool ContainsValue(TValue value)
mSystem.Collections.Generic.Dictionary\`2+Enumerator[TKey,TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mSystem.Collections.Generic.Dictionary\`2+AlternateLookup[TKey,TValue,TAlternateKey] GetAlternateLookup[TAlternateKey]()
mbool TryGetAlternateLookup[TAlternateKey]([ref] System.Collections.Generic.Dictionary\`2+AlternateLookup[TKey,TValue,TAlternateKey] lookup)
mvoid OnDeserialization(System.Object sender)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
mbool Remove(TKey key)
mbool Remove(TKey key, [ref] TValue value)
mvoid IDictionary.Remove(System.Object key)
mbool TryGetValue(TKey key, [ref] TValue value)
mbool TryAdd(TKey key, TValue value)
mint EnsureCapacity(int capacity)
mvoid TrimExcess()
mvoid TrimExcess(int capacity)
mbool IDictionary.Contains(System.Object key)
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Generic.Dictionary\`2+KeyCollection|class|System.Object|System.Collections.Generic.ICollection\`1[TKey] System.Collections.Generic.IEnumerable\`1[TKey] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[TKey]||TKey TValue|100102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew(System.Collections.Generic.Dictionary[TKey,TValue] dictionary)
mSystem.Collections.Generic.Dictionary\`2+KeyCollection+Enumerator[TKey,TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(TKey[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mbool Contains(TKey item)
#System.Collections.Generic.Dictionary\`2+ValueCollection|class|System.Object|System.Collections.Generic.ICollection\`1[TValue] System.Collections.Generic.IEnumerable\`1[TValue] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[TValue]||TKey TValue|100102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew(System.Collections.Generic.Dictionary[TKey,TValue] dictionary)
mSystem.Collections.Generic.Dictionary\`2+ValueCollection+Enumerator[TKey,TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(TValue[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Generic.HashSet\`1|class|System.Object|System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.Generic.ISet\`1[T] System.Collections.Generic.IReadOnlyCollection\`1[T] System.Collections.Generic.IReadOnlySet\`1[T] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback||T|102001|
pint Count {get;}
pint Capacity {get;}
pSystem.Collections.Generic.IEqualityComparer[T] Comparer {get;}
pbool IsReadOnly {get;}
sSystem.Collections.Generic.IEqualityComparer[System.Collections.Generic.HashSet[T]] CreateSetComparer()
cnew()
cnew(System.Collections.Generic.IEqualityComparer[T] comparer)
cnew(int capacity)
cnew(System.Collections.Generic.IEnumerable[T] collection)
cnew(System.Collections.Generic.IEnumerable[T] collection, System.Collections.Generic.IEqualityComparer[T] comparer)
cnew(int capacity, System.Collections.Generic.IEqualityComparer[T] comparer)
mvoid Clear()
mbool Contains(T item)
mbool Remove(T item)
mSystem.Collections.Generic.HashSet\`1+AlternateLookup[T,TAlternate] GetAlternateLookup[TAlternate]()
mbool TryGetAlternateLookup[TAlternate]([ref] System.Collections.Generic.HashSet\`1+AlternateLookup[T,TAlternate] lookup)
mSystem.Collections.Generic.HashSet\`1+Enumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid OnDeserialization(System.Object sender)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
mbool Add(T item)
mbool TryGetValue(T equalValue, [ref] T actualValue)
mvoid UnionWith(System.Collections.Generic.IEnumerable[T] other)
mvoid IntersectWith(System.Collections.Generic.IEnumerable[T] other)
mvoid ExceptWith(System.Collections.Generic.IEnumerable[T] other)
mvoid SymmetricExceptWith(System.Collections.Generic.IEnumerable[T] other)
mbool IsSubsetOf(System.Collections.Generic.IEnumerable[T] other)
mbool IsProperSubsetOf(System.Collections.Generic.IEnumerable[T] other)
mbool IsSupersetOf(System.Collections.Generic.IEnumerable[T] other)
mbool IsProperSupersetOf(System.Collections.Generic.IEnumerable[T] other)
mbool Overlaps(System.Collections.Generic.IEnumerable[T] other)
mbool SetEquals(System.Collections.Generic.IEnumerable[T] other)
mvoid CopyTo(T[] array)
mvoid CopyTo(T[] array, int arrayIndex)
mvoid CopyTo(T[] array, int arrayIndex, int count)
mint RemoveWhere(System.Predicate[T] match)
mint EnsureCapacity(int capacity)
mvoid TrimExcess()
mvoid TrimExcess(int capacity)
#System.Collections.Generic.SortedSet\`1|class|System.Object|System.Collections.Generic.ISet\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[T] System.Collections.Generic.IReadOnlySet\`1[T] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|102001|
pint Count {get;}
pSystem.Collections.Generic.IComparer[T] Comparer {get;}
pT Min {get;}
pT Max {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
sSystem.Collections.Generic.IEqualityComparer[System.Collections.Generic.SortedSet[T]] CreateSetComparer()
sSystem.Collections.Generic.IEqualityComparer[System.Collections.Generic.SortedSet[T]] CreateSetComparer(System.Collections.Generic.IEqualityComparer[T] memberEqualityComparer)
cnew()
cnew(System.Collections.Generic.IComparer[T] comparer)
cnew(System.Collections.Generic.IEnumerable[T] collection)
cnew(System.Collections.Generic.IEnumerable[T] collection, System.Collections.Generic.IComparer[T] comparer)
mbool Add(T item)
mbool Remove(T item)
mvoid Clear()
mbool Contains(T item)
mvoid CopyTo(T[] array)
mvoid CopyTo(T[] array, int index)
mvoid CopyTo(T[] array, int index, int count)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.SortedSet\`1+Enumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid UnionWith(System.Collections.Generic.IEnumerable[T] other)
mvoid IntersectWith(System.Collections.Generic.IEnumerable[T] other)
mvoid ExceptWith(System.Collections.Generic.IEnumerable[T] other)
mvoid SymmetricExceptWith(System.Collections.Generic.IEnumerable[T] other)
mbool IsSubsetOf(System.Collections.Generic.IEnumerable[T] other)
mbool IsProperSubsetOf(System.Collections.Generic.IEnumerable[T] other)
mbool IsSupersetOf(System.Collections.Generic.IEnumerable[T] other)
mbool IsProperSupersetOf(System.Collections.Generic.IEnumerable[T] other)
mbool SetEquals(System.Collections.Generic.IEnumerable[T] other)
mbool Overlaps(System.Collections.Generic.IEnumerable[T] other)
mint RemoveWhere(System.Predicate[T] match)
mSystem.Collections.Generic.IEnumerable[T] Reverse()
mSystem.Collections.Generic.SortedSet[T] GetViewBetween(T lowerValue, T upperValue)
mbool TryGetValue(T equalValue, [ref] T actualValue)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.Collections.Generic.Queue\`1|class|System.Object|System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[T]||T|102001|
pint Count {get;}
pint Capacity {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(int capacity)
cnew(System.Collections.Generic.IEnumerable[T] collection)
mvoid Clear()
mvoid CopyTo(T[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mvoid Enqueue(T item)
mSystem.Collections.Generic.Queue\`1+Enumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mT Dequeue()
mbool TryDequeue([ref] T result)
mT Peek()
mbool TryPeek([ref] T result)
mbool Contains(T item)
mT[] ToArray()
mvoid TrimExcess()
mvoid TrimExcess(int capacity)
mint EnsureCapacity(int capacity)
#System.Collections.Generic.Stack\`1|class|System.Object|System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[T]|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|102001|
pint Count {get;}
pint Capacity {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(int capacity)
cnew(System.Collections.Generic.IEnumerable[T] collection)
mvoid Clear()
mbool Contains(T item)
mvoid CopyTo(T[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.Stack\`1+Enumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid TrimExcess()
mvoid TrimExcess(int capacity)
mT Peek()
mbool TryPeek([ref] T result)
mT Pop()
mbool TryPop([ref] T result)
mvoid Push(T item)
mint EnsureCapacity(int capacity)
mT[] ToArray()
#System.Collections.Generic.LinkedList\`1|class|System.Object|System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[T] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|102001|
pint Count {get;}
pSystem.Collections.Generic.LinkedListNode[T] First {get;}
pSystem.Collections.Generic.LinkedListNode[T] Last {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Collections.Generic.IEnumerable[T] collection)
mvoid ICollection[T].Add(T item)
mSystem.Collections.Generic.LinkedListNode[T] AddAfter(System.Collections.Generic.LinkedListNode[T] node, T value)
mvoid AddAfter(System.Collections.Generic.LinkedListNode[T] node, System.Collections.Generic.LinkedListNode[T] newNode)
mSystem.Collections.Generic.LinkedListNode[T] AddBefore(System.Collections.Generic.LinkedListNode[T] node, T value)
mvoid AddBefore(System.Collections.Generic.LinkedListNode[T] node, System.Collections.Generic.LinkedListNode[T] newNode)
mSystem.Collections.Generic.LinkedListNode[T] AddFirst(T value)
mvoid AddFirst(System.Collections.Generic.LinkedListNode[T] node)
mSystem.Collections.Generic.LinkedListNode[T] AddLast(T value)
mvoid AddLast(System.Collections.Generic.LinkedListNode[T] node)
mvoid Clear()
mbool Contains(T value)
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.LinkedListNode[T] Find(T value)
mSystem.Collections.Generic.LinkedListNode[T] FindLast(T value)
mSystem.Collections.Generic.LinkedList\`1+Enumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mbool Remove(T value)
mvoid Remove(System.Collections.Generic.LinkedListNode[T] node)
mvoid RemoveFirst()
mvoid RemoveLast()
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid OnDeserialization(System.Object sender)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.Collections.Generic.LinkedListNode\`1|class|System.Object||System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|100101|
pSystem.Collections.Generic.LinkedList[T] List {get;}
pSystem.Collections.Generic.LinkedListNode[T] Next {get;}
pSystem.Collections.Generic.LinkedListNode[T] Previous {get;}
pT Value {get;set;}
pT& ValueRef {get;}
cnew(T value)
#System.Collections.Generic.SortedDictionary\`2|class|System.Object|System.Collections.Generic.IDictionary\`2[TKey,TValue] System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable System.Collections.IDictionary System.Collections.ICollection System.Collections.Generic.IReadOnlyDictionary\`2[TKey,TValue] System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]]|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|102001|
pint Count {get;}
pSystem.Collections.Generic.IComparer[TKey] Comparer {get;}
pSystem.Collections.Generic.SortedDictionary\`2+KeyCollection[TKey,TValue] Keys {get;}
pSystem.Collections.Generic.SortedDictionary\`2+ValueCollection[TKey,TValue] Values {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IComparer[TKey] comparer)
cnew(System.Collections.Generic.IComparer[TKey] comparer)
mTValue get_Item(TKey key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(TKey key, TValue value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid Add(TKey key, TValue value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mbool ContainsKey(TKey key)
mbool ContainsValue(TValue value)
mvoid CopyTo(System.Collections.Generic.KeyValuePair[TKey,TValue][] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.SortedDictionary\`2+Enumerator[TKey,TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mbool Remove(TKey key)
mvoid IDictionary.Remove(System.Object key)
mbool TryGetValue(TKey key, [ref] TValue value)
mbool IDictionary.Contains(System.Object key)
#System.Collections.Generic.SortedList\`2|class|System.Object|System.Collections.Generic.IDictionary\`2[TKey,TValue] System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable System.Collections.IDictionary System.Collections.ICollection System.Collections.Generic.IReadOnlyDictionary\`2[TKey,TValue] System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]]|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|102001|
pint Capacity {get;set;}
pSystem.Collections.Generic.IComparer[TKey] Comparer {get;}
pint Count {get;}
pSystem.Collections.Generic.IList[TKey] Keys {get;}
pSystem.Collections.Generic.IList[TValue] Values {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(int capacity)
cnew(System.Collections.Generic.IComparer[TKey] comparer)
cnew(int capacity, System.Collections.Generic.IComparer[TKey] comparer)
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IComparer[TKey] comparer)
mvoid Add(TKey key, TValue value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IDictionary.Clear()
mbool ContainsKey(TKey key)
mbool ContainsValue(TValue value)
mTValue GetValueAtIndex(int index)
mvoid SetValueAtIndex(int index, TValue value)
mSystem.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[TKey,TValue]] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mTKey GetKeyAtIndex(int index)
mTValue get_Item(TKey key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(TKey key, TValue value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mint IndexOfKey(TKey key)
mint IndexOfValue(TValue value)
mbool TryGetValue(TKey key, [ref] TValue value)
mvoid RemoveAt(int index)
mbool Remove(TKey key)
mvoid IDictionary.Remove(System.Object key)
mvoid TrimExcess()
mbool IDictionary.Contains(System.Object key)
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Generic.KeyValuePair\`2|struct|System.ValueType|||TKey TValue|102109|
pTKey Key {get;}
pTValue Value {get;}
cnew(TKey key, TValue value)
mvoid Deconstruct([ref] TKey key, [ref] TValue value)
#System.Collections.Generic.PriorityQueue\`2|class|System.Object||System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TElement TPriority|100001|
pint Count {get;}
pint Capacity {get;}
pSystem.Collections.Generic.IComparer[TPriority] Comparer {get;}
pSystem.Collections.Generic.PriorityQueue\`2+UnorderedItemsCollection[TElement,TPriority] UnorderedItems {get;}
cnew()
cnew(int initialCapacity)
cnew(System.Collections.Generic.IComparer[TPriority] comparer)
cnew(int initialCapacity, System.Collections.Generic.IComparer[TPriority] comparer)
cnew(System.Collections.Generic.IEnumerable[System.ValueTuple[TElement,TPriority]] items)
cnew(System.Collections.Generic.IEnumerable[System.ValueTuple[TElement,TPriority]] items, System.Collections.Generic.IComparer[TPriority] comparer)
mvoid Enqueue(TElement element, TPriority priority)
mTElement Peek()
mTElement Dequeue()
mTElement DequeueEnqueue(TElement element, TPriority priority)
mbool TryDequeue([ref] TElement element, [ref] TPriority priority)
mbool TryPeek([ref] TElement element, [ref] TPriority priority)
mTElement EnqueueDequeue(TElement element, TPriority priority)
mvoid EnqueueRange(System.Collections.Generic.IEnumerable[System.ValueTuple[TElement,TPriority]] items)
mvoid EnqueueRange(System.Collections.Generic.IEnumerable[TElement] elements, TPriority priority)
mbool Remove(TElement element, [ref] TElement removedElement, [ref] TPriority priority, System.Collections.Generic.IEqualityComparer[TElement] equalityComparer = null)
mvoid Clear()
mint EnsureCapacity(int capacity)
mvoid TrimExcess()
#System.Collections.ObjectModel.Collection\`1|class|System.Object|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[T] System.Collections.Generic.IReadOnlyCollection\`1[T]||T|102001|
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Collections.Generic.IList[T] list)
mT get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, T value)
mvoid IList.set_Item(int index, System.Object value)
mvoid Add(T item)
mint IList.Add(System.Object value)
mvoid Clear()
mvoid IList.Clear()
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mbool Contains(T item)
mbool IList.Contains(System.Object value)
mSystem.Collections.Generic.IEnumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(T item)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, T item)
mvoid IList.Insert(int index, System.Object value)
mbool Remove(T item)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
#System.Collections.ObjectModel.ReadOnlyCollection\`1|class|System.Object|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[T] System.Collections.Generic.IReadOnlyCollection\`1[T]||T|102001|
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
qSystem.Collections.ObjectModel.ReadOnlyCollection[T] Empty {get;}
cnew(System.Collections.Generic.IList[T] list)
mT get_Item(int index)
mSystem.Object IList.get_Item(int index)
mbool Contains(T value)
mbool IList.Contains(System.Object value)
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.IEnumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(T value)
mint IList.IndexOf(System.Object value)
mvoid IList.set_Item(int index, System.Object value)
mvoid IList.Insert(int index, System.Object value)
mvoid IList.RemoveAt(int index)
mint IList.Add(System.Object value)
mvoid IList.Clear()
mvoid IList.Remove(System.Object value)
#System.Collections.ObjectModel.ObservableCollection\`1|class|System.Collections.ObjectModel.Collection\`1[T]|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[T] System.Collections.Generic.IReadOnlyCollection\`1[T] System.Collections.Specialized.INotifyCollectionChanged System.ComponentModel.INotifyPropertyChanged|System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|102001|
cnew()
cnew(System.Collections.Generic.IEnumerable[T] collection)
cnew(System.Collections.Generic.List[T] list)
mvoid Move(int oldIndex, int newIndex)
#System.Management.Automation.PSDataCollection\`1|class|System.Object|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.IDisposable System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35|T|100001|
pbool IsOpen {get;}
pint DataAddedCount {get;set;}
pbool SerializeInput {get;set;}
pbool IsAutoGenerated {get;set;}
pbool BlockingEnumerator {get;set;}
pbool EnumeratorNeverBlocks {get;set;}
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
sSystem.Management.Automation.PSDataCollection[T] op_Implicit(bool valueToConvert)
sSystem.Management.Automation.PSDataCollection[T] op_Implicit(string valueToConvert)
sSystem.Management.Automation.PSDataCollection[T] op_Implicit(int valueToConvert)
sSystem.Management.Automation.PSDataCollection[T] op_Implicit(byte valueToConvert)
sSystem.Management.Automation.PSDataCollection[T] op_Implicit(hashtable valueToConvert)
sSystem.Management.Automation.PSDataCollection[T] op_Implicit(T valueToConvert)
sSystem.Management.Automation.PSDataCollection[T] op_Implicit(System.Object[] arrayToConvert)
cnew()
cnew(System.Collections.Generic.IEnumerable[T] items)
cnew(int capacity)
mvoid Complete()
mT get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, T value)
mvoid IList.set_Item(int index, System.Object value)
mint IndexOf(T item)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, T item)
mvoid IList.Insert(int index, System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mvoid Add(T item)
mint IList.Add(System.Object value)
mvoid Clear()
mvoid IList.Clear()
mbool Contains(T item)
mbool IList.Contains(System.Object value)
mvoid CopyTo(T[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mbool Remove(T item)
mvoid IList.Remove(System.Object value)
mSystem.Collections.Generic.IEnumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.ObjectModel.Collection[T] ReadAll()
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Collections.Generic.Comparer\`1|abstract|System.Object|System.Collections.IComparer System.Collections.Generic.IComparer\`1[T]||T|102081|
qSystem.Collections.Generic.Comparer[T] Default {get;}
sSystem.Collections.Generic.Comparer[T] Create(System.Comparison[T] comparison)
mint Compare(T x, T y)
mint IComparer.Compare(System.Object x, System.Object y)
#System.Collections.Generic.EqualityComparer\`1|abstract|System.Object|System.Collections.IEqualityComparer System.Collections.Generic.IEqualityComparer\`1[T]||T|102081|
qSystem.Collections.Generic.EqualityComparer[T] Default {get;}
sSystem.Collections.Generic.EqualityComparer[T] Create(System.Func[T,T,bool] equals, System.Func[T,int] getHashCode = null)
mbool Equals(T x, T y)
mbool IEqualityComparer.Equals(System.Object x, System.Object y)
mint GetHashCode(T obj)
mint IEqualityComparer.GetHashCode(System.Object obj)
#System.Collections.Generic.SortedDictionary\`2+KeyCollection|class|System.Object|System.Collections.Generic.ICollection\`1[TKey] System.Collections.Generic.IEnumerable\`1[TKey] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[TKey]|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|100102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew(System.Collections.Generic.SortedDictionary[TKey,TValue] dictionary)
mSystem.Collections.Generic.SortedDictionary\`2+KeyCollection+Enumerator[TKey,TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(TKey[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mbool Contains(TKey item)
#System.Collections.Generic.SortedDictionary\`2+ValueCollection|class|System.Object|System.Collections.Generic.ICollection\`1[TValue] System.Collections.Generic.IEnumerable\`1[TValue] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[TValue]|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|100102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew(System.Collections.Generic.SortedDictionary[TKey,TValue] dictionary)
mSystem.Collections.Generic.SortedDictionary\`2+ValueCollection+Enumerator[TKey,TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(TValue[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Generic.SynchronizedCollection\`1|class|System.Object|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection|System.ServiceModel.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|100001|
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Object syncRoot)
cnew(System.Object syncRoot, System.Collections.Generic.IEnumerable[T] list)
cnew(System.Object syncRoot, Params T[] list)
mT get_Item(int index)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int index, T value)
mvoid IList.set_Item(int index, System.Object value)
mvoid Add(T item)
mint IList.Add(System.Object value)
mvoid Clear()
mvoid IList.Clear()
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mbool Contains(T item)
mbool IList.Contains(System.Object value)
mSystem.Collections.Generic.IEnumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(T item)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, T item)
mvoid IList.Insert(int index, System.Object value)
mbool Remove(T item)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
#System.Collections.Generic.OrderedDictionary\`2|class|System.Object|System.Collections.Generic.IDictionary\`2[TKey,TValue] System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable System.Collections.Generic.IReadOnlyDictionary\`2[TKey,TValue] System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IDictionary System.Collections.ICollection System.Collections.Generic.IList\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IReadOnlyList\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IList|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|100001|
cnew()
cnew(int capacity)
cnew(System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary, System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)
cnew(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)
mint get_Capacity()
mSystem.Collections.Generic.IEqualityComparer[TKey] get_Comparer()
mint get_Count()
mint ICollection.get_Count()
mSystem.Collections.Generic.OrderedDictionary\`2+KeyCollection[TKey,TValue] get_Keys()
mSystem.Collections.ICollection IDictionary.get_Keys()
mSystem.Collections.Generic.OrderedDictionary\`2+ValueCollection[TKey,TValue] get_Values()
mSystem.Collections.ICollection IDictionary.get_Values()
mTValue get_Item(TKey key)
mSystem.Object IDictionary.get_Item(System.Object key)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(TKey key, TValue value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid IList.set_Item(int index, System.Object value)
mvoid Add(TKey key, TValue value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mint IList.Add(System.Object value)
mbool TryAdd(TKey key, TValue value)
mbool TryAdd(TKey key, TValue value, [ref] int index)
mvoid Clear()
mvoid IDictionary.Clear()
mvoid IList.Clear()
mbool ContainsKey(TKey key)
mbool ContainsValue(TValue value)
mSystem.Collections.Generic.KeyValuePair[TKey,TValue] GetAt(int index)
mint IndexOf(TKey key)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, TKey key, TValue value)
mvoid IList.Insert(int index, System.Object value)
mbool Remove(TKey key)
mbool Remove(TKey key, [ref] TValue value)
mvoid IDictionary.Remove(System.Object key)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mvoid SetAt(int index, TValue value)
mvoid SetAt(int index, TKey key, TValue value)
mint EnsureCapacity(int capacity)
mvoid TrimExcess()
mvoid TrimExcess(int capacity)
mbool TryGetValue(TKey key, [ref] TValue value)
mbool TryGetValue(TKey key, [ref] TValue value, [ref] int index)
mSystem.Collections.Generic.OrderedDictionary\`2+Enumerator[TKey,TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mbool IDictionary.get_IsReadOnly()
mbool IList.get_IsReadOnly()
mbool IDictionary.Contains(System.Object key)
mbool IList.Contains(System.Object value)
mvoid ICollection.CopyTo(array array, int index)
mbool IDictionary.get_IsFixedSize()
mbool IList.get_IsFixedSize()
mSystem.Object ICollection.get_SyncRoot()
mbool ICollection.get_IsSynchronized()
#System.Collections.ObjectModel.KeyedCollection\`2|abstract|System.Collections.ObjectModel.Collection\`1[TItem]|System.Collections.Generic.IList\`1[TItem] System.Collections.Generic.ICollection\`1[TItem] System.Collections.Generic.IEnumerable\`1[TItem] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[TItem] System.Collections.Generic.IReadOnlyCollection\`1[TItem]|System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TItem|102081|
pSystem.Collections.Generic.IEqualityComparer[TKey] Comparer {get;}
mTItem get_Item(TKey key)
mbool Contains(TKey key)
mbool TryGetValue(TKey key, [ref] TItem item)
mbool Remove(TKey key)
#System.Collections.ObjectModel.ReadOnlyDictionary\`2|class|System.Object|System.Collections.Generic.IDictionary\`2[TKey,TValue] System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable System.Collections.IDictionary System.Collections.ICollection System.Collections.Generic.IReadOnlyDictionary\`2[TKey,TValue] System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]]||TKey TValue|102001|
pSystem.Collections.ObjectModel.ReadOnlyDictionary\`2+KeyCollection[TKey,TValue] Keys {get;}
pSystem.Collections.ObjectModel.ReadOnlyDictionary\`2+ValueCollection[TKey,TValue] Values {get;}
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
qSystem.Collections.ObjectModel.ReadOnlyDictionary[TKey,TValue] Empty {get;}
cnew(System.Collections.Generic.IDictionary[TKey,TValue] dictionary)
mbool ContainsKey(TKey key)
mbool TryGetValue(TKey key, [ref] TValue value)
mTValue get_Item(TKey key)
mSystem.Object IDictionary.get_Item(System.Object key)
mSystem.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[TKey,TValue]] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid IDictionary.Remove(System.Object key)
mvoid IDictionary.Clear()
mbool IDictionary.Contains(System.Object key)
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.ObjectModel.ReadOnlyObservableCollection\`1|class|System.Collections.ObjectModel.ReadOnlyCollection\`1[T]|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[T] System.Collections.Generic.IReadOnlyCollection\`1[T] System.Collections.Specialized.INotifyCollectionChanged System.ComponentModel.INotifyPropertyChanged|System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|102001|
qSystem.Collections.ObjectModel.ReadOnlyObservableCollection[T] Empty {get;}
cnew(System.Collections.ObjectModel.ObservableCollection[T] list)
#System.Collections.ObjectModel.ReadOnlyDictionary\`2+KeyCollection|class|System.Object|System.Collections.Generic.ICollection\`1[TKey] System.Collections.Generic.IEnumerable\`1[TKey] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[TKey]||TKey TValue|100102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mbool Contains(TKey item)
mvoid CopyTo(TKey[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.IEnumerator[TKey] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Collections.ObjectModel.ReadOnlyDictionary\`2+ValueCollection|class|System.Object|System.Collections.Generic.ICollection\`1[TValue] System.Collections.Generic.IEnumerable\`1[TValue] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[TValue]||TKey TValue|100102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mvoid CopyTo(TValue[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.IEnumerator[TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Collections.Generic.SortedList\`2+KeyList|class|System.Object|System.Collections.Generic.IList\`1[TKey] System.Collections.Generic.ICollection\`1[TKey] System.Collections.Generic.IEnumerable\`1[TKey] System.Collections.IEnumerable System.Collections.ICollection|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|102102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mvoid Add(TKey key)
mvoid Clear()
mbool Contains(TKey key)
mvoid CopyTo(TKey[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mvoid Insert(int index, TKey value)
mTKey get_Item(int index)
mvoid set_Item(int index, TKey value)
mSystem.Collections.Generic.IEnumerator[TKey] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(TKey key)
mbool Remove(TKey key)
mvoid RemoveAt(int index)
#System.Collections.Generic.SortedList\`2+ValueList|class|System.Object|System.Collections.Generic.IList\`1[TValue] System.Collections.Generic.ICollection\`1[TValue] System.Collections.Generic.IEnumerable\`1[TValue] System.Collections.IEnumerable System.Collections.ICollection|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|102102|
pint Count {get;}
pbool IsReadOnly {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mvoid Add(TValue key)
mvoid Clear()
mbool Contains(TValue value)
mvoid CopyTo(TValue[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mvoid Insert(int index, TValue value)
mTValue get_Item(int index)
mvoid set_Item(int index, TValue value)
mSystem.Collections.Generic.IEnumerator[TValue] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(TValue value)
mbool Remove(TValue value)
mvoid RemoveAt(int index)
#System.Collections.Generic.PriorityQueue\`2+UnorderedItemsCollection|class|System.Object|System.Collections.Generic.IReadOnlyCollection\`1[System.ValueTuple\`2[TElement,TPriority]] System.Collections.Generic.IEnumerable\`1[System.ValueTuple\`2[TElement,TPriority]] System.Collections.IEnumerable System.Collections.ICollection|System.Collections, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TElement TPriority|100102|
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mSystem.Collections.Generic.PriorityQueue\`2+UnorderedItemsCollection+Enumerator[TElement,TPriority] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Generic.GenericComparer\`1|class|System.Collections.Generic.Comparer\`1[T]|System.Collections.IComparer System.Collections.Generic.IComparer\`1[T]||T|102101|
cnew()
#System.Collections.Generic.GenericEqualityComparer\`1|class|System.Collections.Generic.EqualityComparer\`1[T]|System.Collections.IEqualityComparer System.Collections.Generic.IEqualityComparer\`1[T]||T|102101|
cnew()
#System.Collections.Generic.ObjectComparer\`1|class|System.Collections.Generic.Comparer\`1[T]|System.Collections.IComparer System.Collections.Generic.IComparer\`1[T]||T|102101|
cnew()
#System.Collections.Generic.ObjectEqualityComparer\`1|class|System.Collections.Generic.EqualityComparer\`1[T]|System.Collections.IEqualityComparer System.Collections.Generic.IEqualityComparer\`1[T]||T|102101|
cnew()
#System.Collections.Generic.ComparisonComparer\`1|class|System.Collections.Generic.Comparer\`1[T]|System.Collections.IComparer System.Collections.Generic.IComparer\`1[T]||T|100100|
#System.Collections.Generic.StringEqualityComparer|class|System.Collections.Generic.EqualityComparer\`1[System.String]|System.Collections.IEqualityComparer System.Collections.Generic.IEqualityComparer\`1[System.String] System.Runtime.Serialization.ISerializable|||102100|
mbool Equals(System.ReadOnlySpan[char] span, string target)
mbool IAlternateEqualityComparer[ReadOnlySpan[char],string].Equals(System.ReadOnlySpan[char] alternate, string other)
mint GetHashCode(System.ReadOnlySpan[char] span)
mint IAlternateEqualityComparer[ReadOnlySpan[char],string].GetHashCode(System.ReadOnlySpan[char] alternate)
mstring Create(System.ReadOnlySpan[char] span)
mstring IAlternateEqualityComparer[ReadOnlySpan[char],string].Create(System.ReadOnlySpan[char] alternate)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.CultureAwareComparer|class|System.StringComparer|System.Collections.IComparer System.Collections.IEqualityComparer System.Collections.Generic.IComparer\`1[System.String] System.Collections.Generic.IEqualityComparer\`1[System.String] System.Runtime.Serialization.ISerializable|||102101|
mbool IAlternateEqualityComparer[ReadOnlySpan[char],string].Equals(System.ReadOnlySpan[char] alternate, string other)
mint IAlternateEqualityComparer[ReadOnlySpan[char],string].GetHashCode(System.ReadOnlySpan[char] alternate)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mstring IAlternateEqualityComparer[ReadOnlySpan[char],string].Create(System.ReadOnlySpan[char] alternate)
#System.OrdinalComparer|class|System.StringComparer|System.Collections.IComparer System.Collections.IEqualityComparer System.Collections.Generic.IComparer\`1[System.String] System.Collections.Generic.IEqualityComparer\`1[System.String]|||102001|
mbool IAlternateEqualityComparer[ReadOnlySpan[char],string].Equals(System.ReadOnlySpan[char] alternate, string other)
mint IAlternateEqualityComparer[ReadOnlySpan[char],string].GetHashCode(System.ReadOnlySpan[char] alternate)
mstring IAlternateEqualityComparer[ReadOnlySpan[char],string].Create(System.ReadOnlySpan[char] alternate)
#System.OrdinalCaseSensitiveComparer|class|System.OrdinalComparer|System.Collections.IComparer System.Collections.IEqualityComparer System.Collections.Generic.IComparer\`1[System.String] System.Collections.Generic.IEqualityComparer\`1[System.String] System.Runtime.Serialization.ISerializable|||102100|
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.OrdinalIgnoreCaseComparer|class|System.OrdinalComparer|System.Collections.IComparer System.Collections.IEqualityComparer System.Collections.Generic.IComparer\`1[System.String] System.Collections.Generic.IEqualityComparer\`1[System.String] System.Runtime.Serialization.ISerializable|||102100|
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
`;
