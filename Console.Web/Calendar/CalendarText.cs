namespace GovAccountConsole.Web.Calendar;

/// <summary>Words of the calendar.</summary>
public sealed class CalendarText;
