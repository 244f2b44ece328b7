/** What every chapter of the story uses: its facts, its cast, its clock, its voice. */
@NullMarked
package io.crmkit.examples.quickstart.story;

import org.jspecify.annotations.NullMarked;
