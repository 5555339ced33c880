/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const INTERFACES = `
#System.MulticastDelegate|abstract|System.Delegate|System.ICloneable System.Runtime.Serialization.ISerializable||
sbool op_Equality(System.MulticastDelegate d1, System.MulticastDelegate d2)
sbool op_Inequality(System.MulticastDelegate d1, System.MulticastDelegate d2)
#System.EventArgs|class|System.Object|||
qSystem.EventArgs Empty {get;}
cnew()
#System.EventHandler|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(System.Object sender, System.EventArgs e)
mSystem.IAsyncResult BeginInvoke(System.Object sender, System.EventArgs e, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Predicate\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T
cnew(System.Object object, System.IntPtr method)
mbool Invoke(T obj)
mSystem.IAsyncResult BeginInvoke(T obj, System.AsyncCallback callback, System.Object object)
mbool EndInvoke(System.IAsyncResult result)
#System.Comparison\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T
cnew(System.Object object, System.IntPtr method)
mint Invoke(T x, T y)
mSystem.IAsyncResult BeginInvoke(T x, T y, System.AsyncCallback callback, System.Object object)
mint EndInvoke(System.IAsyncResult result)
#System.Converter\`2|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||TInput TOutput
cnew(System.Object object, System.IntPtr method)
mTOutput Invoke(TInput input)
mSystem.IAsyncResult BeginInvoke(TInput input, System.AsyncCallback callback, System.Object object)
mTOutput EndInvoke(System.IAsyncResult result)
#System.Func\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||TResult
cnew(System.Object object, System.IntPtr method)
mTResult Invoke()
mSystem.IAsyncResult BeginInvoke(System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`2|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T TResult
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T arg)
mSystem.IAsyncResult BeginInvoke(T arg, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`3|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 TResult
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`4|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 TResult
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Func\`5|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4 TResult
cnew(System.Object object, System.IntPtr method)
mTResult Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, System.AsyncCallback callback, System.Object object)
mTResult EndInvoke(System.IAsyncResult result)
#System.Action|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||
cnew(System.Object object, System.IntPtr method)
mvoid Invoke()
mSystem.IAsyncResult BeginInvoke(System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`1|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T obj)
mSystem.IAsyncResult BeginInvoke(T obj, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`2|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`3|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Action\`4|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable||T1 T2 T3 T4
cnew(System.Object object, System.IntPtr method)
mvoid Invoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4)
mSystem.IAsyncResult BeginInvoke(T1 arg1, T2 arg2, T3 arg3, T4 arg4, System.AsyncCallback callback, System.Object object)
mvoid EndInvoke(System.IAsyncResult result)
#System.Text.RegularExpressions.MatchEvaluator|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
cnew(System.Object object, System.IntPtr method)
mstring Invoke(System.Text.RegularExpressions.Match match)
mSystem.IAsyncResult BeginInvoke(System.Text.RegularExpressions.Match match, System.AsyncCallback callback, System.Object object)
mstring EndInvoke(System.IAsyncResult result)
#System.IDisposable|interface||||
#System.IComparable|interface||||
#System.IFormattable|interface||||
#System.IConvertible|interface||||
#System.ICloneable|interface||||
#System.IFormatProvider|interface||||
#System.ICustomFormatter|interface||||
#System.IComparable\`1|interface||||T
#System.IEquatable\`1|interface||||T
#System.Collections.IEnumerable|interface||||
#System.Collections.IEnumerator|interface||||
#System.Collections.ICollection|interface||System.Collections.IEnumerable||
#System.Collections.IList|interface||System.Collections.ICollection System.Collections.IEnumerable||
#System.Collections.IDictionary|interface||System.Collections.ICollection System.Collections.IEnumerable||
#System.Collections.IDictionaryEnumerator|interface||System.Collections.IEnumerator||
#System.Collections.IComparer|interface||||
#System.Collections.IEqualityComparer|interface||||
#System.Collections.IStructuralEquatable|interface||||
#System.Collections.IStructuralComparable|interface||||
#System.Collections.Specialized.IOrderedDictionary|interface||System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable|System.Collections.Specialized, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
#System.Collections.Generic.IEnumerable\`1|interface||System.Collections.IEnumerable||T
#System.Collections.Generic.IEnumerator\`1|interface||System.IDisposable System.Collections.IEnumerator||T
#System.Collections.Generic.ICollection\`1|interface||System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T
#System.Collections.Generic.IList\`1|interface||System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T
#System.Collections.Generic.IDictionary\`2|interface||System.Collections.Generic.ICollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable||TKey TValue
#System.Collections.Generic.ISet\`1|interface||System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T
#System.Collections.Generic.IComparer\`1|interface||||T
#System.Collections.Generic.IEqualityComparer\`1|interface||||T
#System.Collections.Generic.IReadOnlyCollection\`1|interface||System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T
#System.Collections.Generic.IReadOnlyList\`1|interface||System.Collections.Generic.IReadOnlyCollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable||T
#System.Collections.Generic.IReadOnlyDictionary\`2|interface||System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[TKey,TValue]] System.Collections.IEnumerable||TKey TValue
#System.Runtime.Serialization.ISerializable|interface||||
#System.Xml.XPath.IXPathNavigable|interface|||System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
#System.Reflection.ICustomAttributeProvider|interface||||
#System.Security.Principal.IIdentity|interface||||
#System.Security.Principal.IPrincipal|interface||||
`;
