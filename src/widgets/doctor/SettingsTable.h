#pragma once

#include <QStandardItemModel>
#include <QWidget>

#include "cluster/Examination.h"

class QLabel;

namespace nodescope::widgets {

class DataTable;

/// The settings of two nodes side by side: which are the same, which differ, and which of them is why the
/// two do not connect.
class SettingsTable : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsTable(QWidget *parent = nullptr);
    /// No settings: shows nothing.
    void setExamination(const cluster::Examination &examination);
    [[nodiscard]] const QStandardItemModel &model() const { return m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Column { Setting, OfA, OfB, Comparison, ColumnCount };
    void fill();
    void addRow(const cluster::SettingPair &pair);

    cluster::Examination m_examination;
    QStandardItemModel m_model;
    QLabel *m_title;
    DataTable *m_table;
};

} // namespace nodescope::widgets
