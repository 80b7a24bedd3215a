void n(void);
