#pragma once

#include <algorithm>

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
    void removeAt(int row) { m_keys.removeAt(row); }
    void clear() { m_keys.clear(); }

private:
    QList<Key> m_keys;
};

} // namespace nodescope::models
