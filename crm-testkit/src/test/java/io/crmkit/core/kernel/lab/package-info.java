/**
 * A module for tests only: entities with every kind of component, and bare access to the kernel.
 */
@NullMarked
package io.crmkit.core.kernel.lab;

import org.jspecify.annotations.NullMarked;
