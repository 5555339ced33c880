/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const CONCURRENT = `
#System.Collections.Concurrent.ConcurrentDictionary\`2|class|System.Object|System.Collections.Generic.IDictionary\`2[TKey,TValue] System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable System.Collections.IDictionary System.Collections.ICollection System.Collections.Generic.IReadOnlyDictionary\`2[TKey,TValue] System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]]|System.Collections.Concurrent, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TValue|100001|
pSystem.Collections.Generic.IEqualityComparer[TKey] Comparer {get;}
pint Count {get;}
pbool IsEmpty {get;}
pSystem.Collections.Generic.ICollection[TKey] Keys {get;}
pSystem.Collections.Generic.ICollection[TValue] Values {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(int concurrencyLevel, int capacity)
cnew(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection)
cnew(System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(int concurrencyLevel, System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[TKey,TValue]] collection, System.Collections.Generic.IEqualityComparer[TKey] comparer)
cnew(int concurrencyLevel, int capacity, System.Collections.Generic.IEqualityComparer[TKey] comparer)
mSystem.Collections.Concurrent.ConcurrentDictionary\`2+AlternateLookup[TKey,TValue,TAlternateKey] GetAlternateLookup[TAlternateKey]()
mbool TryGetAlternateLookup[TAlternateKey]([ref] System.Collections.Concurrent.ConcurrentDictionary\`2+AlternateLookup[TKey,TValue,TAlternateKey] lookup)
mbool TryAdd(TKey key, TValue value)
mbool ContainsKey(TKey key)
mbool TryRemove(TKey key, [ref] TValue value)
mbool TryRemove(System.Collections.Generic.KeyValuePair[TKey,TValue] item)
mbool TryGetValue(TKey key, [ref] TValue value)
mbool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)
mvoid Clear()
mvoid IDictionary.Clear()
mSystem.Collections.Generic.KeyValuePair[TKey,TValue][] ToArray()
mSystem.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[TKey,TValue]] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mTValue get_Item(TKey key)
mSystem.Object IDictionary.get_Item(System.Object key)
mvoid set_Item(TKey key, TValue value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
mTValue GetOrAdd(TKey key, System.Func[TKey,TValue] valueFactory)
mTValue GetOrAdd[TArg](TKey key, System.Func[TKey,TArg,TValue] valueFactory, TArg factoryArgument)
mTValue GetOrAdd(TKey key, TValue value)
mTValue AddOrUpdate[TArg](TKey key, System.Func[TKey,TArg,TValue] addValueFactory, System.Func[TKey,TValue,TArg,TValue] updateValueFactory, TArg factoryArgument)
mTValue AddOrUpdate(TKey key, System.Func[TKey,TValue] addValueFactory, System.Func[TKey,TValue,TValue] updateValueFactory)
mTValue AddOrUpdate(TKey key, TValue addValue, System.Func[TKey,TValue,TValue] updateValueFactory)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid IDictionary.Remove(System.Object key)
mbool IDictionary.Contains(System.Object key)
mvoid ICollection.CopyTo(array array, int index)
#System.Collections.Concurrent.ConcurrentQueue\`1|class|System.Object|System.Collections.Concurrent.IProducerConsumerCollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[T]||T|100001|
pbool IsEmpty {get;}
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Collections.Generic.IEnumerable[T] collection)
mT[] ToArray()
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.IEnumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid Enqueue(T item)
mbool TryDequeue([ref] T result)
mbool TryPeek([ref] T result)
mvoid Clear()
#System.Collections.Concurrent.ConcurrentBag\`1|class|System.Object|System.Collections.Concurrent.IProducerConsumerCollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[T]|System.Collections.Concurrent, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|100001|
pint Count {get;}
pbool IsEmpty {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Collections.Generic.IEnumerable[T] collection)
mvoid Add(T item)
mbool TryTake([ref] T result)
mbool TryPeek([ref] T result)
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mT[] ToArray()
mvoid Clear()
mSystem.Collections.Generic.IEnumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Collections.Concurrent.ConcurrentStack\`1|class|System.Object|System.Collections.Concurrent.IProducerConsumerCollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.Collections.Generic.IReadOnlyCollection\`1[T]|System.Collections.Concurrent, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|100001|
pbool IsEmpty {get;}
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
cnew()
cnew(System.Collections.Generic.IEnumerable[T] collection)
mvoid Clear()
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mvoid Push(T item)
mvoid PushRange(T[] items)
mvoid PushRange(T[] items, int startIndex, int count)
mbool TryPeek([ref] T result)
mbool TryPop([ref] T result)
mint TryPopRange(T[] items)
mint TryPopRange(T[] items, int startIndex, int count)
mT[] ToArray()
mSystem.Collections.Generic.IEnumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Collections.Concurrent.BlockingCollection\`1|class|System.Object|System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection System.IDisposable System.Collections.Generic.IReadOnlyCollection\`1[T]|System.Collections.Concurrent, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|100001|
pint BoundedCapacity {get;}
pbool IsAddingCompleted {get;}
pbool IsCompleted {get;}
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
sint AddToAny(System.Collections.Concurrent.BlockingCollection[T][] collections, T item)
sint AddToAny(System.Collections.Concurrent.BlockingCollection[T][] collections, T item, System.Threading.CancellationToken cancellationToken)
sint TryAddToAny(System.Collections.Concurrent.BlockingCollection[T][] collections, T item)
sint TryAddToAny(System.Collections.Concurrent.BlockingCollection[T][] collections, T item, timespan timeout)
sint TryAddToAny(System.Collections.Concurrent.BlockingCollection[T][] collections, T item, int millisecondsTimeout)
sint TryAddToAny(System.Collections.Concurrent.BlockingCollection[T][] collections, T item, int millisecondsTimeout, System.Threading.CancellationToken cancellationToken)
sint TakeFromAny(System.Collections.Concurrent.BlockingCollection[T][] collections, [ref] T item)
sint TakeFromAny(System.Collections.Concurrent.BlockingCollection[T][] collections, [ref] T item, System.Threading.CancellationToken cancellationToken)
sint TryTakeFromAny(System.Collections.Concurrent.BlockingCollection[T][] collections, [ref] T item)
sint TryTakeFromAny(System.Collections.Concurrent.BlockingCollection[T][] collections, [ref] T item, timespan timeout)
sint TryTakeFromAny(System.Collections.Concurrent.BlockingCollection[T][] collections, [ref] T item, int millisecondsTimeout)
sint TryTakeFromAny(System.Collections.Concurrent.BlockingCollection[T][] collections, [ref] T item, int millisecondsTimeout, System.Threading.CancellationToken cancellationToken)
cnew()
cnew(int boundedCapacity)
cnew(System.Collections.Concurrent.IProducerConsumerCollection[T] collection, int boundedCapacity)
cnew(System.Collections.Concurrent.IProducerConsumerCollection[T] collection)
mvoid Add(T item)
mvoid Add(T item, System.Threading.CancellationToken cancellationToken)
mbool TryAdd(T item)
mbool TryAdd(T item, timespan timeout)
mbool TryAdd(T item, int millisecondsTimeout)
mbool TryAdd(T item, int millisecondsTimeout, System.Threading.CancellationToken cancellationToken)
mT Take()
mT Take(System.Threading.CancellationToken cancellationToken)
mbool TryTake([ref] T item)
mbool TryTake([ref] T item, timespan timeout)
mbool TryTake([ref] T item, int millisecondsTimeout)
mbool TryTake([ref] T item, int millisecondsTimeout, System.Threading.CancellationToken cancellationToken)
mvoid CompleteAdding()
mvoid Dispose()
mvoid IDisposable.Dispose()
mT[] ToArray()
mvoid CopyTo(T[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.Generic.IEnumerable[T] GetConsumingEnumerable()
mSystem.Collections.Generic.IEnumerable[T] GetConsumingEnumerable(System.Threading.CancellationToken cancellationToken)
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Collections.Concurrent.IProducerConsumerCollection\`1|interface||System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.ICollection||T|1000a1|
#System.Collections.Concurrent.Partitioner|static|System.Object||System.Collections.Concurrent, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sSystem.Collections.Concurrent.OrderablePartitioner[TSource] Create[TSource](System.Collections.Generic.IList[TSource] list, bool loadBalance)
sSystem.Collections.Concurrent.OrderablePartitioner[TSource] Create[TSource](TSource[] array, bool loadBalance)
sSystem.Collections.Concurrent.OrderablePartitioner[TSource] Create[TSource](System.Collections.Generic.IEnumerable[TSource] source)
sSystem.Collections.Concurrent.OrderablePartitioner[TSource] Create[TSource](System.Collections.Generic.IEnumerable[TSource] source, System.Collections.Concurrent.EnumerablePartitionerOptions partitionerOptions)
sSystem.Collections.Concurrent.OrderablePartitioner[System.Tuple[long,long]] Create(long fromInclusive, long toExclusive)
sSystem.Collections.Concurrent.OrderablePartitioner[System.Tuple[long,long]] Create(long fromInclusive, long toExclusive, long rangeSize)
sSystem.Collections.Concurrent.OrderablePartitioner[System.Tuple[int,int]] Create(int fromInclusive, int toExclusive)
sSystem.Collections.Concurrent.OrderablePartitioner[System.Tuple[int,int]] Create(int fromInclusive, int toExclusive, int rangeSize)
`;
