/**
 * The build's program that changes GraalPy's classes. Enters: GraalPy's and Truffle's jars. Leaves:
 * copies of them, in which guests can be stopped wherever they are. {@link safepoints.Copies} has
 * the list of the changes; each has a file of its own. What the copies call is in runtime-guards;
 * never may be here what runs beside a guest.
 */
package safepoints;
