#pragma once

#include <algorithm>
#include <utility>

#include <QList>

namespace nodescope::models {

/// Keys in rising order, each once: a row is a key's position, found by bisection.
template<class Key>
class SortedRows
{
public:
    [[nodiscard]] int size() const { return static_cast<int>(m_keys.size()); }
    [[nodiscard]] bool isEmpty() const { return m_keys.isEmpty(); }
    [[nodiscard]] const Key &at(int row) const { return m_keys.at(row); }
    [[nodiscard]] const QList<Key> &keys() const { return m_keys; }

    /// Where the key stands, or -1.
    [[nodiscard]] int rowOf(const Key &key) const
    {
        const int row = rowFor(key);
        return row < size() && m_keys.at(row) == key ? row : -1;
    }
    /// Where the key stands or would stand.
    [[nodiscard]] int rowFor(const Key &key) const
    {
        return static_cast<int>(std::lower_bound(m_keys.begin(), m_keys.end(), key) - m_keys.begin());
    }
    void insertAt(int row, const Key &key) { m_keys.insert(row, key); }
    /// Not there yet, and in no row until insertWaiting().
    void await(const Key &key) { m_waiting.append(key); }
    void forget(const Key &key) { m_waiting.removeOne(key); }
    /// Inserts all that wait in as few runs of rows as can be: views look at each run once, and a thousand
    /// rows at once take as long as a few one by one. Before each comes `begin(first, last)`, after it
    /// `end()`, as models must tell it.
    template<class Begin, class End>
    void insertWaiting(Begin begin, End end)
    {
        QList<Key> keys = std::exchange(m_waiting, {});
        std::sort(keys.begin(), keys.end());
        for (qsizetype first = 0, next = 0; first < keys.size(); first = next) {
            const int row = rowFor(keys.at(first));
            const auto fits = [&](const Key &key) { return row == size() || key < m_keys.at(row); };
            for (next = first + 1; next < keys.size() && fits(keys.at(next));)
                ++next;
            begin(row, row + static_cast<int>(next - first) - 1);
            m_keys.insert(row, next - first, Key());
            std::copy(keys.begin() + first, keys.begin() + next, m_keys.begin() + row);
            end();
        }
    }
    void removeAt(int row) { m_keys.removeAt(row); }
    void clear()
    {
        m_keys.clear();
        m_waiting.clear();
    }

private:
    QList<Key> m_keys;
    QList<Key> m_waiting;
};

} // namespace nodescope::models
