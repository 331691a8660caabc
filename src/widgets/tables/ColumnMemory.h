#pragma once

#include <QObject>
#include <QSettings>

namespace nodescope::widgets {

class DataTable;

/// Remembers for each table which columns a person has chosen, under the table's object name. Both must
/// outlive the object.
class ColumnMemory : public QObject
{
    Q_OBJECT

public:
    explicit ColumnMemory(QSettings &settings, QObject *parent = nullptr);
    /// Gives the table back what was remembered, and remembers from then on.
    void follow(DataTable &table);

private:
    QSettings &m_settings;
};

} // namespace nodescope::widgets
