/**
 * What the environment, the JVM's properties and the configuration files of AWS say, read as the
 * AWS CLI reads them. Nothing here calls anything or knows the AWS SDK.
 */
package io.github.bedrocksql.adapter.settings;
