#pragma once

#include <QObject>

class QPushButton;
class QTableView;

namespace nodescope::widgets {

/// Keeps a table that grows below at its last row while that one is seen. Where somebody has scrolled up the
/// table stays, and a button that leads back is shown.
///
/// Owned by the table. The table has its model already.
class FollowNewest final : public QObject
{
public:
    /// `back` is hidden at first.
    FollowNewest(QTableView &table, QPushButton &back);

private:
    [[nodiscard]] bool isAtEnd() const;

    QTableView &m_table;
    bool m_wasAtEnd = true;
};

} // namespace nodescope::widgets
