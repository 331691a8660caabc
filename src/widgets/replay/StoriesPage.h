#pragma once

#include <QAbstractTableModel>
#include <QWidget>

#include "widgets/replay/TimeDesk.h"

namespace nodescope::widgets {

class DataTable;

/// What happened to the whole cluster, a story a row, the latest last. Holds values of the desk; put into
/// words when they are shown.
class StoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Kind, What, ColumnCount };

    /// The desk must outlive the model.
    explicit StoryModel(const TimeDesk &desk, QObject *parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    void follow();

    const TimeDesk &m_desk;
    QList<doctor::Story> m_rows;
};

/// The history of splits, losses and flapping as a table; a double click goes to the moment.
class StoriesPage : public QWidget
{
    Q_OBJECT

public:
    explicit StoriesPage(TimeDesk &desk, QWidget *parent = nullptr);
    [[nodiscard]] DataTable *table() const { return m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    StoryModel m_model;
    DataTable *m_table;
};

} // namespace nodescope::widgets
