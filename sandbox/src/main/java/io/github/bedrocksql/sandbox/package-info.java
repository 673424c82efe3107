/**
 * An embedded HTTP endpoint that speaks the API of Amazon Bedrock's control plane, with its
 * constraints, on loopback. It knows nothing of SQL, of Calcite or of the AWS SDK that talks to it.
 */
package io.github.bedrocksql.sandbox;
