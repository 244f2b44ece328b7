/**
 * From a proposal's nodes to one Word file: files are fetched, documents of other modules asked
 * for, merge fields gathered, and the Word engine called.
 */
@NullMarked
package io.crmkit.proposals.merge;

import org.jspecify.annotations.NullMarked;
