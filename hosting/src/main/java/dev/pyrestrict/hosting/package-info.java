/**
 * Many guests in one server: the processes and containers they live in, the services they may use.
 *
 * <p>In come compiled modules, policies, limits and the host's services; out go results. What
 * arrives from a cell is never trusted: a guest may have taken it over. No address and no password
 * may ever be sent to a cell.
 */
package dev.pyrestrict.hosting;
