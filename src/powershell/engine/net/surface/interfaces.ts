/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const INTERFACES = `
#System.MulticastDelegate|abstract|System.Delegate|System.ICloneable System.Runtime.Serialization.ISerializable|||100081|
sbool op_Equality(System.MulticastDelegate d1, System.MulticastDelegate d2)
sbool op_Inequality(System.MulticastDelegate d1, System.MulticastDelegate d2)
#System.EventArgs|class|System.Object||||102001|!Empty
qSystem.EventArgs Empty {get;}
cnew()
#System.EventHandler|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|||101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(System.Object sender, System.EventArgs e)
mSystem.IAsyncResult BeginInvoke(System.Object sender, System.EventArgs e, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Predicate\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T|101|
cnew(System.Object object, System.IntPtr method)
mbool Invoke(T obj)
mSystem.IAsyncResult BeginInvoke(T obj, System.AsyncCallback callback, System.Object object)
mbool EndInvoke(System.IAsyncResult result)
#System.Comparison\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T|101|
cnew(System.Object object, System.IntPtr method)
mint Invoke(T x, T y)
mSystem.IAsyncResult BeginInvoke(T x, T y, System.AsyncCallback callback, System.Object object)
mint EndInvoke(System.IAsyncResult result)
#System.Converter\`2|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||TInput TOutput|101|
cnew(System.Object object, System.IntPtr method)
mTOutput Invoke(TInput input)
mSystem.IAsyncResult BeginInvoke(TInput input, System.AsyncCallback callback, System.Object object)
mTOutput EndInvoke(System.IAsyncResult result)
#System.Func\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke()
mSystem.IAsyncResult BeginInvoke(System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`2|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T arg)
mSystem.IAsyncResult BeginInvoke(T arg, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`3|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`4|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`5|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Action|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|||101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke()
mSystem.IAsyncResult BeginInvoke(System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T obj)
mSystem.IAsyncResult BeginInvoke(T obj, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`2|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`3|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`4|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Text.RegularExpressions.MatchEvaluator|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
cnew(System.Object object, System.IntPtr method)
mstring Invoke(System.Text.RegularExpressions.Match match)
mSystem.IAsyncResult BeginInvoke(System.Text.RegularExpressions.Match match, System.AsyncCallback callback, System.Object object)
mstring EndInvoke(System.IAsyncResult result)
#System.IDisposable|interface|||||1000a1|
#System.IComparable|interface|||||1000a1|
#System.IFormattable|interface|||||1000a1|
#System.IConvertible|interface|||||1000a1|
#System.ICloneable|interface|||||1000a1|
#System.IFormatProvider|interface|||||1000a1|
#System.ICustomFormatter|interface|||||1000a1|
#System.IComparable\`1|interface||||T|1000a1|
#System.IEquatable\`1|interface||||T|1000a1|
#System.Collections.IEnumerable|interface|||||1000a1|
#System.Collections.IEnumerator|interface|||||1000a1|
#System.Collections.ICollection|interface||System.Collections.IEnumerable|||1000a1|
#System.Collections.IList|interface||System.Collections.ICollection System.Collections.IEnumerable|||1000a1|
#System.Collections.IDictionary|interface||System.Collections.ICollection System.Collections.IEnumerable|||1000a1|
#System.Collections.IDictionaryEnumerator|interface||System.Collections.IEnumerator|||1000a1|
#System.Collections.IComparer|interface|||||1000a1|
#System.Collections.IEqualityComparer|interface|||||1000a1|
#System.Collections.IStructuralEquatable|interface|||||1000a1|
#System.Collections.IStructuralComparable|interface|||||1000a1|
#System.Collections.Specialized.IOrderedDictionary|interface||System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Collections.Generic.IEnumerable\`1|interface||System.Collections.IEnumerable||T|1000a1|
#System.Collections.Generic.IEnumerator\`1|interface||System.IDisposable System.Collections.IEnumerator||T|1000a1|
#System.Collections.Generic.ICollection\`1|interface||System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T|1000a1|
#System.Collections.Generic.IList\`1|interface||System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T|1000a1|
#System.Collections.Generic.IDictionary\`2|interface||System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable||TKey TValue|1000a1|
#System.Collections.Generic.ISet\`1|interface||System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T|1000a1|
#System.Collections.Generic.IComparer\`1|interface||||T|1000a1|
#System.Collections.Generic.IEqualityComparer\`1|interface||||T|1000a1|
#System.Collections.Generic.IReadOnlyCollection\`1|interface||System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T|1000a1|
#System.Collections.Generic.IReadOnlyList\`1|interface||System.Collections.Generic.IReadOnlyCollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T|1000a1|
#System.Collections.Generic.IReadOnlyDictionary\`2|interface||System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable||TKey TValue|1000a1|
#System.Runtime.Serialization.ISerializable|interface|||||1000a1|
#System.Xml.XPath.IXPathNavigable|interface|||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||1000a1|
#System.Reflection.ICustomAttributeProvider|interface|||||1000a1|
#System.Security.Principal.IIdentity|interface|||||1000a1|
#System.Security.Principal.IPrincipal|interface|||||1000a1|
#System.Action\`5|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`6|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5 T6|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`7|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5 T6 T7|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`8|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5 T6 T7 T8|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Func\`6|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5 TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`7|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5 T6 TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`8|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5 T6 T7 TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`9|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 T5 T6 T7 T8 TResult|101|
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7, T8 arg8, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.EventHandler\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||TEventArgs|101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(System.Object sender, TEventArgs e)
mSystem.IAsyncResult BeginInvoke(System.Object sender, TEventArgs e, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.ResolveEventHandler|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|||101|
cnew(System.Object object, System.IntPtr method)
mSystem.Reflection.Assembly Invoke(System.Object sender, System.ResolveEventArgs args)
mSystem.IAsyncResult BeginInvoke(System.Object sender, System.ResolveEventArgs args, System.AsyncCallback callback, System.Object object)
mSystem.Reflection.Assembly EndInvoke(System.IAsyncResult result)
#System.AsyncCallback|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|||101|
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(System.IAsyncResult ar)
mSystem.IAsyncResult BeginInvoke(System.IAsyncResult ar, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.IAsyncResult|interface|||||1000a1|
#System.IAsyncDisposable|interface|||||1000a1|
#System.IParsable\`1|interface||||TSelf|1000a1|
#System.ISpanFormattable|interface||System.IFormattable|||1000a1|
#System.IObservable\`1|interface||||T|1000a1|
#System.IObserver\`1|interface||||T|1000a1|
#System.IProgress\`1|interface||||T|1000a1|
#System.IServiceProvider|interface|||System.ComponentModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Span\`1|struct|System.ValueType|||T|100109|
pint Length {get;}
pbool IsEmpty {get;}
qSystem.Span[T] Empty {get;}
sbool op_Inequality(System.Span[T] left, System.Span[T] right)
sSystem.Span[T] op_Implicit(T[] array)
sSystem.Span[T] op_Implicit(System.ArraySegment[T] segment)
sSystem.ReadOnlySpan[T] op_Implicit(System.Span[T] span)
sbool op_Equality(System.Span[T] left, System.Span[T] right)
cnew(T[] array)
cnew(T[] array, int start, int length)
cnew(System.Void*~ pointer, int length)
cnew([ref] T reference)
mT& get_Item(int index)
mSystem.Span\`1+Enumerator[T] GetEnumerator()
mT& GetPinnableReference()
mvoid Clear()
mvoid Fill(T value)
mvoid CopyTo(System.Span[T] destination)
mbool TryCopyTo(System.Span[T] destination)
mSystem.Span[T] Slice(int start)
mSystem.Span[T] Slice(int start, int length)
mT[] ToArray()
#System.ReadOnlySpan\`1|struct|System.ValueType|||T|100109|
pint Length {get;}
pbool IsEmpty {get;}
qSystem.ReadOnlySpan[T] Empty {get;}
sbool op_Inequality(System.ReadOnlySpan[T] left, System.ReadOnlySpan[T] right)
sSystem.ReadOnlySpan[T] op_Implicit(T[] array)
sSystem.ReadOnlySpan[T] op_Implicit(System.ArraySegment[T] segment)
sSystem.ReadOnlySpan[T] CastUp[TDerived](System.ReadOnlySpan[TDerived] items)
sbool op_Equality(System.ReadOnlySpan[T] left, System.ReadOnlySpan[T] right)
cnew(T[] array)
cnew(T[] array, int start, int length)
cnew(System.Void*~ pointer, int length)
cnew([ref] T reference)
mT& get_Item(int index)
mSystem.ReadOnlySpan\`1+Enumerator[T] GetEnumerator()
mT& GetPinnableReference()
mvoid CopyTo(System.Span[T] destination)
mbool TryCopyTo(System.Span[T] destination)
mSystem.ReadOnlySpan[T] Slice(int start)
mSystem.ReadOnlySpan[T] Slice(int start, int length)
mT[] ToArray()
#System.Memory\`1|struct|System.ValueType|System.IEquatable\`1[System.Memory\`1]||T|100109|
pint Length {get;}
pbool IsEmpty {get;}
pSystem.Span[T] Span {get;}
qSystem.Memory[T] Empty {get;}
sSystem.Memory[T] op_Implicit(T[] array)
sSystem.Memory[T] op_Implicit(System.ArraySegment[T] segment)
sSystem.ReadOnlyMemory[T] op_Implicit(System.Memory[T] memory)
cnew(T[] array)
cnew(T[] array, int start, int length)
mSystem.Memory[T] Slice(int start)
mSystem.Memory[T] Slice(int start, int length)
mvoid CopyTo(System.Memory[T] destination)
mbool TryCopyTo(System.Memory[T] destination)
mSystem.Buffers.MemoryHandle Pin()
mT[] ToArray()
mbool Equals(System.Memory[T] other)
mbool IEquatable[Memory\`1].Equals(System.Memory[T] other)
#System.ReadOnlyMemory\`1|struct|System.ValueType|System.IEquatable\`1[System.ReadOnlyMemory\`1]||T|100109|
pint Length {get;}
pbool IsEmpty {get;}
pSystem.ReadOnlySpan[T] Span {get;}
qSystem.ReadOnlyMemory[T] Empty {get;}
sSystem.ReadOnlyMemory[T] op_Implicit(T[] array)
sSystem.ReadOnlyMemory[T] op_Implicit(System.ArraySegment[T] segment)
cnew(T[] array)
cnew(T[] array, int start, int length)
mSystem.ReadOnlyMemory[T] Slice(int start)
mSystem.ReadOnlyMemory[T] Slice(int start, int length)
mvoid CopyTo(System.Memory[T] destination)
mbool TryCopyTo(System.Memory[T] destination)
mSystem.Buffers.MemoryHandle Pin()
mT[] ToArray()
mbool Equals(System.ReadOnlyMemory[T] other)
mbool IEquatable[ReadOnlyMemory\`1].Equals(System.ReadOnlyMemory[T] other)
#System.Collections.Generic.IAsyncEnumerable\`1|interface||||T|1000a1|
#System.Linq.IGrouping\`2|interface||System.Collections.Generic.IEnumerable\`1[TElement] System.Collections.IEnumerable|System.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TElement|1000a1|
#System.Linq.ILookup\`2|interface||System.Collections.Generic.IEnumerable\`1[System.Linq.IGrouping\`2[TKey,TElement]] System.Collections.IEnumerable|System.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TKey TElement|1000a1|
#System.Linq.IOrderedEnumerable\`1|interface||System.Collections.Generic.IEnumerable\`1[TElement] System.Collections.IEnumerable|System.Linq, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|TElement|1000a1|
#System.Linq.IQueryable\`1|interface||System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Linq.IQueryable|System.Linq.Expressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|T|1000a1|
#System.Collections.Specialized.INotifyCollectionChanged|interface|||System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Xml.IXmlNamespaceResolver|interface|||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||1000a1|
#System.Data.IDataReader|interface||System.IDisposable System.Data.IDataRecord|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Data.IDataRecord|interface|||System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Data.IDbConnection|interface||System.IDisposable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.ComponentModel.IComponent|interface||System.IDisposable|System.ComponentModel.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.ComponentModel.ISupportInitialize|interface|||System.ComponentModel.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
`;
