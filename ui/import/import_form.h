// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/file_import.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

#include <catalog/v1/catalog.pb.h>

class BadLineModel;
class CompletionField;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

// Beside the file: which columns hold what, into which project it goes, and the lines that hold no event.
class ImportForm : public QWidget
{
    Q_OBJECT
public:
    static constexpr int usualWidth = 328;

    explicit ImportForm(const Theme &theme, QWidget *parent = nullptr);

    void setProjects(const std::vector<catalog::v1::Project> &projects);
    void setProject(const QString &name);
    void showPreview(const datasets::v1::PreviewResponse &preview, const datasets::v1::ColumnMap &map);
    void showBadLines(const google::protobuf::RepeatedPtrField<datasets::v1::BadLine> &lines, quint64 count,
                      bool namesFiles);
    void setEditable(bool editable); // not while the import runs

    ImportTarget target() const;
    bool isComplete() const;

Q_SIGNALS:
    void partChosen(datasets::v1::ColumnRole part, const QString &column); // none: as the service finds it
    void timezoneChosen(const QString &timezone);
    void changed();

private:
    void createWidgets();
    QComboBox *addPart(QFormLayout *form, const QString &label, const char *name);
    QLabel *addRow(QFormLayout *form, const QString &label, QWidget *field);
    void fillPart(QComboBox &combo, const datasets::v1::PreviewResponse &preview, datasets::v1::ColumnRole role,
                  const std::string &chosen);
    const catalog::v1::Project *known() const; // the project of the name, if there is one
    bool isZone() const;
    void showProject();

    const Theme &m_theme;
    std::vector<catalog::v1::Project> m_projects;
    BadLineModel *m_badLines;
    QLabel *m_format;
    QComboBox *m_event;
    QComboBox *m_time;
    QComboBox *m_user;
    QComboBox *m_project;
    QLabel *m_projectNote;
    CompletionField *m_zone;
    QComboBox *m_weekStart;
    QCheckBox *m_startAnew;
    QLabel *m_badTitle;
    QWidget *m_badList;
    QLabel *m_badNote;
};
