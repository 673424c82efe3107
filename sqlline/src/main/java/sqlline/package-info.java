/** What must be in SQLLine's own package to be able to override it; nothing else belongs here. */
package sqlline;
