/** The ledger of problems as bureaus keep it: tables in CSV and XLSX, read and written. */
@NullMarked
package hongyan.service.problems.sheets;

import org.jspecify.annotations.NullMarked;
