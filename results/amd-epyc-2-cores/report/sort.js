/* sort.js - a click on a head of a table sorts it. Pages are whole without it. */
(function () {
    "use strict";
    function key(row, column) {
        var cell = row.cells[column];
        var value = cell.getAttribute("data-v");
        if (value === null && /\bnone\b/.test(cell.className)) return NaN;
        var text = cell.textContent.trim();
        if (value === null) value = text.replace(/,/g, "");
        return value !== "" && isFinite(value) ? Number(value) : text.toLowerCase();
    }
    function compare(a, b) {
        if (typeof a === "number" && typeof b === "number") {
            if (a !== a || b !== b) return (a !== a) - (b !== b);
            return b - a; /* the greatest first */
        }
        if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
        return a < b ? -1 : a > b ? 1 : 0;
    }
    function sort(table, column, up) {
        var body = table.tBodies[0];
        var rows = Array.prototype.slice.call(body.rows).map(function (row, i) {
            return { row: row, key: key(row, column), at: i };
        });
        rows.sort(function (a, b) {
            return (up ? -1 : 1) * compare(a.key, b.key) || a.at - b.at;
        });
        rows.forEach(function (r) { body.appendChild(r.row); });
    }
    function arm(table) {
        var heads = table.tHead ? table.tHead.rows[0].cells : [];
        Array.prototype.forEach.call(heads, function (head, column) {
            if (!head.textContent.trim() || table.tBodies[0].rows.length < 2) return;
            var button = document.createElement("button");
            button.type = "button";
            while (head.firstChild) button.appendChild(head.firstChild);
            head.appendChild(button);
            button.addEventListener("click", function () {
                var up = head.getAttribute("aria-sort") === "descending";
                Array.prototype.forEach.call(heads, function (h) { h.removeAttribute("aria-sort"); });
                head.setAttribute("aria-sort", up ? "ascending" : "descending");
                sort(table, column, up);
            });
        });
    }
    Array.prototype.forEach.call(document.querySelectorAll("table"), arm);
})();
