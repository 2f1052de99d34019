/** Tells the members of a union whose `type` is one of these from the others. */
export function typeIn<Type extends string>(...types: readonly Type[]) {
  return <Member extends { readonly type: string }>(
    member: Member,
  ): member is Extract<Member, { type: Type }> => types.some((type) => type === member.type)
}
