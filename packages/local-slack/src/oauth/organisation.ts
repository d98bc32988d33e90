/** An organisation (Enterprise): its workspaces are those whose `organisation` it is. */
export type Organisation = { id: string; name: string };
