// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/textdiff.h"

#include <QByteArrayView>

#include <algorithm>
#include <vector>

namespace baton {

namespace {

/// Texts with more different lines than this are not alike; looking for the fewest costs the square of it.
constexpr int mostDifferences = 1000;
constexpr qsizetype context = 3;

using Lines = std::vector<QByteArrayView>;

/// Each with its line break; the last may have none.
Lines linesOf(const QByteArray &text)
{
    Lines lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.push_back(QByteArrayView(text).sliced(from, next - from));
        from = next;
    }
    return lines;
}

/// The shortest way from one list of lines to the other (E. Myers, An O(ND) difference algorithm, 1986), between
/// what both begin and end with.
class Comparison
{
public:
    Comparison(const Lines &before, const Lines &after) : m_before(before), m_after(after)
    {
        const size_t shorter = std::min(before.size(), after.size());
        while (m_head < shorter && before[m_head] == after[m_head])
            ++m_head;
        while (m_tail < shorter - m_head && before[before.size() - 1 - m_tail] == after[after.size() - 1 - m_tail])
            ++m_tail;
    }

    QList<LineChange> changes()
    {
        const int n = int(m_before.size() - m_head - m_tail);
        const int m = int(m_after.size() - m_head - m_tail);
        if (n == 0 && m == 0)
            return {};
        const int depth = n == 0 || m == 0 ? -1 : search(n, m);
        if (depth < 0)
            return {{qsizetype(m_head), n, qsizetype(m_head), m}};
        return trace(n, m, depth);
    }

private:
    bool isSame(int x, int y) const { return m_before[m_head + size_t(x)] == m_after[m_head + size_t(y)]; }

    /// How many lines differ; -1 for too many. Remembers how far each diagonal came at each step.
    int search(int n, int m)
    {
        const int most = std::min(n + m, mostDifferences);
        std::vector<int> furthest(size_t(2 * most + 3), 0);
        for (int d = 0; d <= most; ++d) {
            m_steps.push_back({furthest.begin() + (most + 1 - d - 1), furthest.begin() + (most + 1 + d + 2)});
            for (int k = -d; k <= d; k += 2) {
                int *at = &furthest[size_t(k + most + 1)];
                int x = k == -d || (k != d && at[-1] < at[1]) ? at[1] : at[-1] + 1;
                while (x < n && x - k < m && x - k >= 0 && isSame(x, x - k))
                    ++x;
                *at = x;
                if (x >= n && x - k >= m)
                    return d;
            }
        }
        return -1;
    }

    QList<LineChange> trace(int n, int m, int depth) const
    {
        QList<LineChange> result;
        int x = n;
        int y = m;
        for (int d = depth; d > 0; --d) {
            const std::vector<int> &before = m_steps[size_t(d)]; // diagonals -d-1 to d+1, as they were before step d
            const auto at = [&](int k) { return before[size_t(k + d + 1)]; };
            const int k = x - y;
            const bool isAdded = k == -d || (k != d && at(k - 1) < at(k + 1));
            const int fromX = isAdded ? at(k + 1) : at(k - 1);
            const int fromY = fromX - (isAdded ? k + 1 : k - 1);
            const LineChange step{fromX, isAdded ? 0 : 1, fromY, isAdded ? 1 : 0};
            if (!result.isEmpty() && result.first().before == step.before + step.removed &&
                result.first().after == step.after + step.added) {
                result.first() = {step.before, result.first().removed + step.removed, step.after,
                                  result.first().added + step.added};
            } else {
                result.prepend(step);
            }
            x = fromX;
            y = fromY;
        }
        for (LineChange &change : result) {
            change.before += qsizetype(m_head);
            change.after += qsizetype(m_head);
        }
        return result;
    }

    const Lines &m_before;
    const Lines &m_after;
    size_t m_head = 0;
    size_t m_tail = 0;
    std::vector<std::vector<int>> m_steps;
};

void appendLine(QByteArray &patch, char mark, QByteArrayView line)
{
    patch += mark;
    patch += line;
    if (!line.endsWith('\n'))
        patch += "\n\\ No newline at end of file\n";
}

QByteArray rangeText(qsizetype first, qsizetype count)
{
    // An empty range stands behind the line before it.
    const QByteArray start = QByteArray::number(count == 0 ? first : first + 1);
    return count == 1 ? start : start + ',' + QByteArray::number(count);
}

bool isInsideCharacter(QByteArrayView text, qsizetype at)
{
    return at < text.size() && (uchar(text.at(at)) & 0xc0) == 0x80;
}

} // namespace

QList<LineChange> lineChanges(const QByteArray &before, const QByteArray &after)
{
    const Lines was = linesOf(before);
    const Lines is = linesOf(after);
    return Comparison(was, is).changes();
}

QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QByteArray &name)
{
    const Lines was = linesOf(before);
    const Lines is = linesOf(after);
    const QList<LineChange> changes = Comparison(was, is).changes();
    if (changes.isEmpty())
        return {};
    QByteArray patch = "--- " + name + "\n+++ " + name + "\n";
    for (qsizetype i = 0; i < changes.size();) {
        // Changes whose surroundings meet make one part.
        qsizetype last = i;
        while (last + 1 < changes.size() &&
               changes.at(last + 1).before - (changes.at(last).before + changes.at(last).removed) <= 2 * context)
            ++last;
        const qsizetype lead = std::min(context, changes.at(i).before);
        const qsizetype from = changes.at(i).before - lead;
        const qsizetype fromAfter = changes.at(i).after - lead;
        const qsizetype changed = changes.at(last).before + changes.at(last).removed;
        const qsizetype end = std::min(changed + context, qsizetype(was.size()));
        const qsizetype endAfter = changes.at(last).after + changes.at(last).added + (end - changed);
        patch += "@@ -" + rangeText(from, end - from) + " +" + rangeText(fromAfter, endAfter - fromAfter) + " @@\n";
        qsizetype line = from;
        for (; i <= last; ++i) {
            const LineChange &change = changes.at(i);
            for (; line < change.before; ++line)
                appendLine(patch, ' ', was[size_t(line)]);
            for (; line < change.before + change.removed; ++line)
                appendLine(patch, '-', was[size_t(line)]);
            for (qsizetype added = change.after; added < change.after + change.added; ++added)
                appendLine(patch, '+', is[size_t(added)]);
        }
        for (; line < end; ++line)
            appendLine(patch, ' ', was[size_t(line)]);
    }
    return patch;
}

QList<TextChange> textChanges(const QByteArray &before, const QByteArray &after)
{
    const Lines was = linesOf(before);
    const Lines is = linesOf(after);
    const auto offset = [](const Lines &lines, const QByteArray &text, qsizetype line) {
        return line < qsizetype(lines.size()) ? lines[size_t(line)].data() - text.constData() : text.size();
    };
    QList<TextChange> result;
    for (const LineChange &change : Comparison(was, is).changes()) {
        const qsizetype from = offset(was, before, change.before);
        const qsizetype fromAfter = offset(is, after, change.after);
        const QByteArrayView gone = QByteArrayView(before).sliced(from, offset(was, before, change.before + change.removed) - from);
        const QByteArrayView come = QByteArrayView(after).sliced(fromAfter, offset(is, after, change.after + change.added) - fromAfter);
        const qsizetype shorter = std::min(gone.size(), come.size());
        qsizetype head = 0;
        while (head < shorter && gone.at(head) == come.at(head))
            ++head;
        while (head > 0 && (isInsideCharacter(gone, head) || isInsideCharacter(come, head)))
            --head;
        qsizetype tail = 0;
        while (tail < shorter - head && gone.at(gone.size() - 1 - tail) == come.at(come.size() - 1 - tail))
            ++tail;
        while (tail > 0 && isInsideCharacter(gone, gone.size() - tail))
            --tail;
        result.append({from + head, gone.size() - head - tail, come.sliced(head, come.size() - head - tail).toByteArray()});
    }
    return result;
}

} // namespace baton
