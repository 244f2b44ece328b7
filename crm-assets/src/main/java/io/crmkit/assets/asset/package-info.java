/** The register of units: identity, life, structure and history. */
@NullMarked
package io.crmkit.assets.asset;

import org.jspecify.annotations.NullMarked;
