/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const TUPLES = `
#System.Nullable\`1|struct|System.ValueType|||T|102109|
pbool HasValue {get;}
pT Value {get;}
sSystem.Nullable[T] op_Implicit(T value)
sT op_Explicit(System.Nullable[T] value)
cnew(T value)
mT GetValueOrDefault()
mT GetValueOrDefault(T defaultValue)
mbool Equals(System.Object other)
#System.Tuple|static|System.Object||||100181|
sSystem.Tuple[T1] Create[T1](T1 item1)
sSystem.Tuple[T1,T2] Create[T1, T2](T1 item1, T2 item2)
sSystem.Tuple[T1,T2,T3] Create[T1, T2, T3](T1 item1, T2 item2, T3 item3)
sSystem.Tuple[T1,T2,T3,T4] Create[T1, T2, T3, T4](T1 item1, T2 item2, T3 item3, T4 item4)
sSystem.Tuple[T1,T2,T3,T4,T5] Create[T1, T2, T3, T4, T5](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
sSystem.Tuple[T1,T2,T3,T4,T5,T6] Create[T1, T2, T3, T4, T5, T6](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
sSystem.Tuple[T1,T2,T3,T4,T5,T6,T7] Create[T1, T2, T3, T4, T5, T6, T7](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)
sSystem.Tuple[T1,T2,T3,T4,T5,T6,T7,System.Tuple[T8]] Create[T1, T2, T3, T4, T5, T6, T7, T8](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7, T8 item8)
#System.ValueTuple|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple] System.Runtime.CompilerServices.ITuple|||102109|
pint Length {get;}
sSystem.ValueTuple Create()
sSystem.ValueTuple[T1] Create[T1](T1 item1)
sSystem.ValueTuple[T1,T2] Create[T1, T2](T1 item1, T2 item2)
sSystem.ValueTuple[T1,T2,T3] Create[T1, T2, T3](T1 item1, T2 item2, T3 item3)
sSystem.ValueTuple[T1,T2,T3,T4] Create[T1, T2, T3, T4](T1 item1, T2 item2, T3 item3, T4 item4)
sSystem.ValueTuple[T1,T2,T3,T4,T5] Create[T1, T2, T3, T4, T5](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
sSystem.ValueTuple[T1,T2,T3,T4,T5,T6] Create[T1, T2, T3, T4, T5, T6](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
sSystem.ValueTuple[T1,T2,T3,T4,T5,T6,T7] Create[T1, T2, T3, T4, T5, T6, T7](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)
sSystem.ValueTuple[T1,T2,T3,T4,T5,T6,T7,System.ValueTuple[T8]] Create[T1, T2, T3, T4, T5, T6, T7, T8](T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7, T8 item8)
mbool Equals(System.ValueTuple other)
mbool IEquatable[ValueTuple].Equals(System.ValueTuple other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple].CompareTo(System.ValueTuple other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
#System.Tuple\`1|class|System.Object|System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.Runtime.CompilerServices.ITuple||T1|102001|
pT1 Item1 {get;}
pint Length {get;}
cnew(T1 item1)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mSystem.Object ITuple.get_Item(int index)
#System.Tuple\`2|class|System.Object|System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.Runtime.CompilerServices.ITuple||T1 T2|102001|
pT1 Item1 {get;}
pT2 Item2 {get;}
pint Length {get;}
cnew(T1 item1, T2 item2)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mSystem.Object ITuple.get_Item(int index)
#System.Tuple\`3|class|System.Object|System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.Runtime.CompilerServices.ITuple||T1 T2 T3|102001|
pT1 Item1 {get;}
pT2 Item2 {get;}
pT3 Item3 {get;}
pint Length {get;}
cnew(T1 item1, T2 item2, T3 item3)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mSystem.Object ITuple.get_Item(int index)
#System.Tuple\`4|class|System.Object|System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4|102001|
pT1 Item1 {get;}
pT2 Item2 {get;}
pT3 Item3 {get;}
pT4 Item4 {get;}
pint Length {get;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mSystem.Object ITuple.get_Item(int index)
#System.ValueTuple\`1|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple\`1] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple\`1] System.Runtime.CompilerServices.ITuple||T1|102109|Item1
pint Length {get;}
pT1 Item1 {get;set;}
cnew(T1 item1)
mbool Equals(System.ValueTuple[T1] other)
mbool IEquatable[ValueTuple\`1].Equals(System.ValueTuple[T1] other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple[T1] other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple\`1].CompareTo(System.ValueTuple[T1] other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
#System.ValueTuple\`2|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple\`2] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple\`2] System.Runtime.CompilerServices.ITuple||T1 T2|102101|Item1 Item2
pint Length {get;}
pT1 Item1 {get;set;}
pT2 Item2 {get;set;}
cnew(T1 item1, T2 item2)
mbool Equals(System.ValueTuple[T1,T2] other)
mbool IEquatable[ValueTuple\`2].Equals(System.ValueTuple[T1,T2] other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple[T1,T2] other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple\`2].CompareTo(System.ValueTuple[T1,T2] other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
#System.ValueTuple\`3|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple\`3] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple\`3] System.Runtime.CompilerServices.ITuple||T1 T2 T3|102101|Item1 Item2 Item3
pint Length {get;}
pT1 Item1 {get;set;}
pT2 Item2 {get;set;}
pT3 Item3 {get;set;}
cnew(T1 item1, T2 item2, T3 item3)
mbool Equals(System.ValueTuple[T1,T2,T3] other)
mbool IEquatable[ValueTuple\`3].Equals(System.ValueTuple[T1,T2,T3] other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple[T1,T2,T3] other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple\`3].CompareTo(System.ValueTuple[T1,T2,T3] other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
#System.ValueTuple\`4|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple\`4] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple\`4] System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4|102101|Item1 Item2 Item3 Item4
pint Length {get;}
pT1 Item1 {get;set;}
pT2 Item2 {get;set;}
pT3 Item3 {get;set;}
pT4 Item4 {get;set;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4)
mbool Equals(System.ValueTuple[T1,T2,T3,T4] other)
mbool IEquatable[ValueTuple\`4].Equals(System.ValueTuple[T1,T2,T3,T4] other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple[T1,T2,T3,T4] other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple\`4].CompareTo(System.ValueTuple[T1,T2,T3,T4] other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
#System.Lazy\`1|class|System.Object|||T|100001|
pbool IsValueCreated {get;}
pT Value {get;}
cnew()
cnew(T value)
cnew(System.Func[T] valueFactory)
cnew(bool isThreadSafe)
cnew(System.Threading.LazyThreadSafetyMode mode)
cnew(System.Func[T] valueFactory, bool isThreadSafe)
cnew(System.Func[T] valueFactory, System.Threading.LazyThreadSafetyMode mode)
#System.Tuple\`5|class|System.Object|System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4 T5|102001|
pT1 Item1 {get;}
pT2 Item2 {get;}
pT3 Item3 {get;}
pT4 Item4 {get;}
pT5 Item5 {get;}
pint Length {get;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mSystem.Object ITuple.get_Item(int index)
#System.Tuple\`6|class|System.Object|System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4 T5 T6|102001|
pT1 Item1 {get;}
pT2 Item2 {get;}
pT3 Item3 {get;}
pT4 Item4 {get;}
pT5 Item5 {get;}
pT6 Item6 {get;}
pint Length {get;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mSystem.Object ITuple.get_Item(int index)
#System.Tuple\`7|class|System.Object|System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4 T5 T6 T7|102001|
pT1 Item1 {get;}
pT2 Item2 {get;}
pT3 Item3 {get;}
pT4 Item4 {get;}
pT5 Item5 {get;}
pT6 Item6 {get;}
pT7 Item7 {get;}
pint Length {get;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mSystem.Object ITuple.get_Item(int index)
#System.ValueTuple\`5|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple\`5] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple\`5] System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4 T5|102101|Item1 Item2 Item3 Item4 Item5
pint Length {get;}
pT1 Item1 {get;set;}
pT2 Item2 {get;set;}
pT3 Item3 {get;set;}
pT4 Item4 {get;set;}
pT5 Item5 {get;set;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
mbool Equals(System.ValueTuple[T1,T2,T3,T4,T5] other)
mbool IEquatable[ValueTuple\`5].Equals(System.ValueTuple[T1,T2,T3,T4,T5] other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple[T1,T2,T3,T4,T5] other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple\`5].CompareTo(System.ValueTuple[T1,T2,T3,T4,T5] other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
#System.ValueTuple\`6|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple\`6] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple\`6] System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4 T5 T6|102101|Item1 Item2 Item3 Item4 Item5 Item6
pint Length {get;}
pT1 Item1 {get;set;}
pT2 Item2 {get;set;}
pT3 Item3 {get;set;}
pT4 Item4 {get;set;}
pT5 Item5 {get;set;}
pT6 Item6 {get;set;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
mbool Equals(System.ValueTuple[T1,T2,T3,T4,T5,T6] other)
mbool IEquatable[ValueTuple\`6].Equals(System.ValueTuple[T1,T2,T3,T4,T5,T6] other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple[T1,T2,T3,T4,T5,T6] other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple\`6].CompareTo(System.ValueTuple[T1,T2,T3,T4,T5,T6] other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
#System.ValueTuple\`7|struct|System.ValueType|System.IEquatable\`1[System.ValueTuple\`7] System.Collections.IStructuralEquatable System.Collections.IStructuralComparable System.IComparable System.IComparable\`1[System.ValueTuple\`7] System.Runtime.CompilerServices.ITuple||T1 T2 T3 T4 T5 T6 T7|102101|Item1 Item2 Item3 Item4 Item5 Item6 Item7
pint Length {get;}
pT1 Item1 {get;set;}
pT2 Item2 {get;set;}
pT3 Item3 {get;set;}
pT4 Item4 {get;set;}
pT5 Item5 {get;set;}
pT6 Item6 {get;set;}
pT7 Item7 {get;set;}
cnew(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)
mbool Equals(System.ValueTuple[T1,T2,T3,T4,T5,T6,T7] other)
mbool IEquatable[ValueTuple\`7].Equals(System.ValueTuple[T1,T2,T3,T4,T5,T6,T7] other)
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint CompareTo(System.ValueTuple[T1,T2,T3,T4,T5,T6,T7] other)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[ValueTuple\`7].CompareTo(System.ValueTuple[T1,T2,T3,T4,T5,T6,T7] other)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object ITuple.get_Item(int index)
`;
