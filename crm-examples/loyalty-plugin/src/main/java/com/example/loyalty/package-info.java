/** Points for loyal customers. */
package com.example.loyalty;
