/** How a plain build runs some of many like cases, and the profile long all of them. */
package io.github.bedrocksql.taste;
